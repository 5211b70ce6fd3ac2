import { expect, it } from "vitest";
import { answerTo } from "#bargaining/forums/jobs";
import { parametersWith } from "#bargaining/forums/parameters";
import { assess } from "#workbench/assess";
import { simulateSteps } from "./simulate.ts";
import { inPlace, onPorts, type Port } from "./steps.ts";
import { portOver, replyTo, transfersOf, type Reply } from "./worker.ts";

const document = `---
as-of: 2026-05-01
---
## Actors

| ID | Actor | Position | Salience | Capability |
|---|---|---|---|---|
| NO | Norway | 80 | 80 | 60 |
| CL | Chile | 90 | 70 | 40 |
| RU | Russia | 10 | 90 | 90 |

## Forums

| ID | Forum | Rule | Members |
|---|---|---|---|
| F1 | Conference | consensus | all |
| F2 | Assembly | majority | all |
`;

const { names, scene } = assess(document);
const steps = () => simulateSteps({ names, document: scene.document }, { rules: new Map(), texts: new Map(), runs: 1_700, seed: 1, parameters: {} });

/** A worker of its own pace, reached as one in another thread is: by copies. */
const slow = (delay: (job: number) => number): Port => {
  let jobs = 0;
  let hear: ((reply: Reply) => void) | undefined;
  return portOver({
    send: (job) => void setTimeout(() => {
      const reply = replyTo(structuredClone(job));
      hear?.(structuredClone(reply, { transfer: transfersOf(reply) as ArrayBuffer[] }));
    }, delay(jobs++)),
    onReply: (listener) => void (hear = listener),
    onFailure: () => undefined,
  });
};

it("gives the same result on any number of ports, whichever is slower", async () => {
  const here = inPlace(steps());
  expect(await onPorts(steps(), [slow(() => 0)])).toEqual(here);
  expect(await onPorts(steps(), [slow((job) => (job % 3) * 4), slow(() => 1), slow((job) => (job === 0 ? 20 : 0))])).toEqual(here);
});

it("tells what went wrong in a worker", async () => {
  const broken = portOver({ send: () => undefined, onReply: (hear) => void setTimeout(() => hear({ kind: "failure", message: "out of memory" }), 1), onFailure: () => undefined });
  await expect(onPorts(steps(), [broken])).rejects.toThrow("out of memory");
  const lost = portOver({ send: () => undefined, onReply: () => undefined, onFailure: (hear) => void setTimeout(() => hear("the worker could not be loaded"), 1) });
  await expect(onPorts(steps(), [lost])).rejects.toThrow("the worker could not be loaded");
});

it("answers a run of runs as part of a longer one", () => {
  const negotiation = { parties: [{ id: "A", position: 0.9, salience: 1, capability: 1 }, { id: "B", position: 0.4, salience: 1, capability: 0.3 }], forums: [{ id: "F", rule: { kind: "consensus" }, members: ["A", "B"] }] } as const;
  const job = (from: number, runs: number) => answerTo({ kind: "runs", negotiation, parameters: parametersWith({}), seed: 4, from, runs, threats: [] });
  const [whole, later] = [job(0, 50), job(20, 30)];
  if (whole.kind !== "runs" || later.kind !== "runs") throw new Error("another answer");
  expect(Array.from(later.parts[0]!.outcomes)).toEqual(Array.from(whole.parts[0]!.outcomes.subarray(20)));
  expect(Array.from(later.parts[0]!.texts)).toEqual(Array.from(whole.parts[0]!.texts.subarray(20)));
});
