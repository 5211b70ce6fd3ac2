// `npm run check`: types, lint, floors, unused code, documentation, tests. Everything runs even where one fails.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled, environment, root } from "./prepare.mjs";

ensureInstalled("all");
ensureBuilt();

const steps = [
  ["types", "tsc", "--noEmit"],
  ["lint", "oxlint", "--deny-warnings"],
  ["floors", "depcruise", "src", "scripts", "bench", "tests", "--config", ".dependency-cruiser.cjs", "--output-type", "err"],
  ["unused code", "knip"],
  ["compiled kernel", "node", "scripts/build-kernel.mjs", "--check"],
  ["documentation", "node", "scripts/check-docs.ts"],
];

/** Runs one step silently and prints its output only where it fails. */
function quietly([name, program, ...args]) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: environment, shell: process.platform === "win32" });
    const output = [];
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.on("error", (error) => output.push(Buffer.from(error.message)));
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
      if (code !== 0) console.log(Buffer.concat(output).toString());
      resolve(code === 0);
    });
  });
}

/** Runs the steps two at a time, in order. */
async function runAll(queue) {
  const results = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await quietly(step));
  };
  await Promise.all([worker(), worker()]);
  return results.every(Boolean);
}

const clean = await runAll([...steps]);
const tests = await new Promise((resolve) => {
  spawn("vitest", ["run"], { cwd: root, env: environment, stdio: "inherit", shell: process.platform === "win32" }).on("close", (code) => resolve(code === 0));
});
process.exit(clean && tests ? 0 : 1);
