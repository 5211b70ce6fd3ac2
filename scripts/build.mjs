// Bundles the command line into dist/: one entry, and a chunk for each command that is loaded when it is asked for.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./prepare.mjs";

// Built beside and then put in its place, so that a build that fails leaves the last one as it was.
const next = join(root, `dist.${process.pid}`);
const dist = join(root, "dist");
try {
  await build({
    absWorkingDir: root,
    entryPoints: { main: "src/cli/main.ts", "simulation-worker": "src/cli/simulation-worker.ts" },
    outdir: next,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "external",
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  writeFileSync(join(next, ".built"), "");
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
} catch {
  rmSync(next, { recursive: true, force: true });
  process.exitCode = 1;
}
