// Brings a checkout into a state in which it can run: installs what is missing, builds what is stale.
// Plain JavaScript for any Node from 20 on, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist", ".built");

/** The environment in which installed programs, the pinned Node among them, come before the machine's own. */
export const environment = { ...process.env, PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}` };

/** Runs a program in the checkout with its output passed through; returns its exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, env: environment, stdio: "inherit", shell: process.platform === "win32", ...options });
  if (error) console.error(`${program} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Installs the packages the lock file names: `all`, or only those needed to run (`run`); nothing where they are there. */
export function ensureInstalled(scope) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (areInstalled(scope === "all" ? { ...dependencies, ...devDependencies } : dependencies)) return;
  const whole = scope === "all" || Object.keys(devDependencies).some((name) => installedVersion(name) !== undefined);
  process.stderr.write(`Installing packages (${whole ? "all, for tests" : "what is needed to run"}) ...\n`);
  const code = run("npm", ["ci", ...(whole ? [] : ["--omit=dev"]), "--no-audit", "--no-fund", "--loglevel=error"], { stdio: ["ignore", 2, 2] });
  if (code !== 0) fail("The packages could not be installed; see npm's message above. A connection to the npm registry is needed once.");
}

/** Versions are pinned exactly, so that a look at each package tells. */
const areInstalled = (packages) => Object.entries(packages).every(([name, version]) => installedVersion(name) === version);

function installedVersion(name) {
  const manifest = join(root, "node_modules", name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}

/** Builds the program unless the build is newer than everything it was made from. */
export function ensureBuilt() {
  if (!isStale()) return;
  ensureInstalled("run");
  const code = run(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: ["ignore", 2, 2] });
  if (code !== 0) fail("The program could not be built; see the message above.");
}

export function isStale() {
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return [join(root, "package.json"), join(root, "package-lock.json"), join(root, "scripts", "build.mjs")].some((file) => statSync(file).mtimeMs > time) || newerIn(join(root, "src"), time);
}

function newerIn(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return statSync(path).mtimeMs > time || newerIn(path, time);
    return !entry.name.endsWith(".test.ts") && !entry.name.endsWith(".md") && statSync(path).mtimeMs > time;
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
