import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { inPlace, onPorts, type Progress, type Steps } from "#workbench/simulation/steps";
import { portOver, type Reply } from "#workbench/simulation/worker";

export interface Crew {
  /** How many threads; undefined where it is left to us. */
  readonly threads: number | undefined;
  /** About how many seconds one thread will take. */
  readonly seconds: number;
  readonly progress: Progress;
}

/** Less than this is done before another thread has started. */
const worthThreads = 0.5;

/** Carries out a simulation, on threads where that is asked for or pays; the result is the same. */
export async function carryOut<Result>(steps: Steps<Result>, { threads, seconds, progress }: Crew): Promise<Result> {
  const count = threads ?? (seconds < worthThreads ? 1 : availableParallelism());
  if (count < 2) return inPlace(steps, progress);
  const workers = Array.from({ length: count }, startWorker);
  try {
    return await onPorts(steps, workers.map(portTo), progress);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The worker lies beside this file, as source or as built. */
const startWorker = (): Worker => new Worker(new URL(import.meta.url.endsWith(".ts") ? "./simulation-worker.ts" : "./simulation-worker.js", import.meta.url));

const portTo = (worker: Worker) =>
  portOver({
    send: (job) => worker.postMessage(job, []),
    onReply: (hear) => worker.on("message", (reply: Reply) => hear(reply)),
    onFailure: (hear) => worker.on("error", (error: Error) => hear(error.message)),
  });
