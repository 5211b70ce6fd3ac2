// `npm test`: installs and builds what is missing, then runs every check, the tests among them.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";

ensureInstalled("all");
ensureBuilt();
process.exit(run("node", [join(root, "scripts", "check.mjs")]));
