import { assess } from "#workbench/assess";
import { simulateSteps, type Simulation } from "#workbench/simulation/simulate";
import { onPorts } from "#workbench/simulation/steps";
import { portOver, replyTo, transfersOf, type Reply } from "#workbench/simulation/worker";

/** What a worker of a browser needs beside our code. */
interface WorkerScope {
  addEventListener(kind: "message", hear: (event: { readonly data: Parameters<typeof replyTo>[0] }) => void): void;
  postMessage(message: Reply, options: { readonly transfer: readonly unknown[] }): void;
}

interface BrowserWorker {
  addEventListener(kind: "message", hear: (event: { readonly data: Reply }) => void): void;
  addEventListener(kind: "error", hear: (event: { readonly message: string }) => void): void;
  postMessage(message: unknown, transfer: readonly unknown[]): void;
  terminate(): void;
}

declare const self: WorkerScope & { readonly document?: unknown; readonly Worker: new (url: string) => BrowserWorker; simulateHere?: (text: string, runs: number, workers: readonly string[]) => Promise<Simulation | string> };

/** The same script on both sides: in a worker it does jobs, in a page it shares them out among workers. */
if (self.document === undefined) {
  self.addEventListener("message", ({ data }) => {
    const reply = replyTo(data);
    self.postMessage(reply, { transfer: transfersOf(reply) });
  });
} else {
  self.simulateHere = async (text, runs, urls) => {
    const { names, scene } = assess(text);
    const workers = urls.map((url) => new self.Worker(url));
    const ports = workers.map((worker) =>
      portOver({
        send: (job) => worker.postMessage(job, []),
        onReply: (hear) => worker.addEventListener("message", ({ data }) => hear(data)),
        onFailure: (hear) => worker.addEventListener("error", ({ message }) => hear(message)),
      }),
    );
    const result = await onPorts(simulateSteps({ names, document: scene.document }, { rules: new Map(), texts: new Map(), runs, seed: 1, parameters: {} }), ports);
    for (const worker of workers) worker.terminate();
    return result;
  };
}
