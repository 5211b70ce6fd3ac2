import { parentPort } from "node:worker_threads";
import { replyTo, transfersOf } from "#workbench/simulation/worker";

/** A thread that does the jobs of simulations it is sent. */
parentPort?.on("message", (job: Parameters<typeof replyTo>[0]) => {
  const reply = replyTo(job);
  parentPort?.postMessage(reply, transfersOf(reply).filter((memory) => memory instanceof ArrayBuffer));
});
