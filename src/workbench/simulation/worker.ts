import { answerTo, type Answer, type Job } from "#bargaining/forums/jobs";
import type { Port } from "./steps.ts";

/** What is sent to a worker, and what comes back; a worker answers in the order in which it is asked. */
export type Reply = { readonly kind: "answer"; readonly answer: Answer } | { readonly kind: "failure"; readonly message: string };

/** What a worker does with a message: the same in a thread of Node and in a browser. A failure is told, for an exception in a worker would be lost. */
export function replyTo(job: Job): Reply {
  try {
    return { kind: "answer", answer: answerTo(job) };
  } catch (error) {
    return { kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
}

/** The memory of a reply that can be handed over in place of being copied. */
export function transfersOf(reply: Reply): readonly ArrayBufferLike[] {
  if (reply.kind === "failure") return [];
  const { answer } = reply;
  if (answer.kind === "runs") return answer.parts.flatMap(({ outcomes, texts, further, months, fragile }) => [outcomes, texts, ...further, months, fragile].map(({ buffer }) => buffer));
  return answer.kind === "flips" ? answer.outcomes.flat().map(({ buffer }) => buffer) : [];
}

/** How a shell speaks to a worker, whatever kind of worker it is. */
export interface Line {
  readonly send: (job: Job) => void;
  /** Called for each message from the worker, and where the worker itself breaks. */
  readonly onReply: (hear: (reply: Reply) => void) => void;
  readonly onFailure: (hear: (message: string) => void) => void;
}

/** A port over a line: asks one thing at a time. */
export function portOver(line: Line): Port {
  let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;
  line.onReply((reply) => {
    if (reply.kind === "answer") waiting?.resolve(reply.answer);
    else waiting?.reject(new Error(reply.message));
  });
  line.onFailure((message) => waiting?.reject(new Error(message)));
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        line.send(job);
      }),
  };
}
