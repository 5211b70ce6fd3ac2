// `npm start`: installs and builds what is missing, then opens the workbench (with arguments: any command).
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./prepare.mjs";

ensureInstalled("run");
ensureBuilt();
process.argv.splice(1, 1, join(root, "bin", "rapporteur.mjs"));
await import(join(root, "dist", "main.js"));
