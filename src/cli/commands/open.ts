import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assessmentFolder } from "#cli/assessment-folder";
import { UsageProblem } from "#cli/problem";
import { serveReports } from "#cli/report-server";

interface OpenOptions {
  readonly port?: string;
  readonly browser: boolean;
}

/** Serves the reports until it is interrupted. */
export async function openCommand(path: string | undefined, options: OpenOptions): Promise<void> {
  const folder = assessmentFolder(path ?? bundledExamples());
  const server = await serveReports(folder, portOf(options.port));
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (process.env["npm_command"] !== undefined) onceOrphaned(stop);
  process.stdout.write(`The reports of ${folder.root} are at ${server.address} (stop with Ctrl-C).\n`);
  if (options.browser) await openBrowser(server.address);
}

/** npm starts programs through a shell that does not pass on the signal that ends it: then only the change of the parent tells. */
function onceOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 250);
}

/** The examples stand beside the program's folder `dist`. */
const bundledExamples = (): string => join(dirname(dirname(fileURLToPath(import.meta.url))), "examples");

function portOf(text = "0"): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageProblem(`${text} is no port; give a number from 0 to 65535.`);
  return port;
}

/** A machine without a browser is no failure: the address was printed. */
async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import("open");
  try {
    const child = await open(address);
    child.on("error", () => process.stderr.write("No browser could be opened; open the address by hand.\n"));
  } catch {
    process.stderr.write("No browser could be opened; open the address by hand.\n");
  }
}
