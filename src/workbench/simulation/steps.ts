import { answerTo, type Answer, type Job } from "#bargaining/forums/jobs";

/** Jobs that can be done at the same time, in any order. */
export interface Batch {
  readonly jobs: readonly Job[];
  /** The share of the whole that is done once they are. */
  readonly upTo: number;
}

/** A simulation as it goes: it asks for batches of jobs, is given their answers in the same order, and ends in a result. Who does the jobs, and where, it does not know. */
export type Steps<Result> = Generator<Batch, Result, readonly Answer[]>;

export type Progress = (done: number) => void;

/** The answers of one kind. */
export const answersOf = <Kind extends Answer["kind"]>(answers: readonly Answer[], kind: Kind): readonly Extract<Answer, { readonly kind: Kind }>[] =>
  answers.filter((answer): answer is Extract<Answer, { readonly kind: Kind }> => answer.kind === kind);

/** Does the jobs one after the other, here. */
export function inPlace<Result>(steps: Steps<Result>, progress: Progress = () => undefined): Result {
  let done = 0;
  let next = steps.next();
  while (next.done !== true) {
    const { jobs, upTo } = next.value;
    const from = done;
    const answers = jobs.map((job, at) => {
      const answer = answerTo(job);
      progress(from + ((at + 1) / jobs.length) * (upTo - from));
      return answer;
    });
    done = upTo;
    next = steps.next(answers);
  }
  return next.value;
}

/** A worker as seen from outside: takes one job at a time. The shells have one for threads of Node, one for workers of a browser. */
export interface Port {
  /** The answer, or a rejection where the worker failed. */
  readonly ask: (job: Job) => Promise<Answer>;
}

/** Does the jobs of each batch on several ports; each takes the next job when it is free. The result is that of `inPlace`. */
export async function onPorts<Result>(steps: Steps<Result>, ports: readonly Port[], progress: Progress = () => undefined): Promise<Result> {
  let done = 0;
  let next = steps.next();
  while (next.done !== true) {
    const { jobs, upTo } = next.value;
    const from = done;
    const answers = await shareOut(jobs, ports, (count) => progress(from + (count / jobs.length) * (upTo - from)));
    done = upTo;
    next = steps.next(answers);
  }
  return next.value;
}

async function shareOut(jobs: readonly Job[], ports: readonly Port[], told: (count: number) => void): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  let next = 0;
  const work = async (port: Port): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at];
      if (job) answers.set(at, await port.ask(job));
      told(answers.size);
    }
  };
  await Promise.all(ports.map(work));
  return jobs.flatMap((_, at) => answers.get(at) ?? []);
}
