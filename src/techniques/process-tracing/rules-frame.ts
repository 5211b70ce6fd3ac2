import type { Rule } from "#core/technique";
import { sumFault } from "#core/distribution";
import { listText } from "#kit/list-text";
import type { ProcessTracing } from "./schema.ts";

const beachPedersen = "Beach and Pedersen (2019): cause, mechanism and outcome are each stated";

const noCause: Rule<ProcessTracing> = {
  name: "no-cause",
  severity: "warning",
  message: {
    what: "The process tracing does not say which cause it examines.",
    why: "Without a cause there is nothing for the mechanism to transmit.",
    remedy: "Add a line `Cause: ...`.",
  },
  standard: beachPedersen,
  *check({ traced, cause, heading }) {
    if (traced && !cause) yield { span: heading };
  },
};

const noOutcome: Rule<ProcessTracing> = {
  name: "no-outcome",
  severity: "warning",
  message: {
    what: "The process tracing does not say which outcome it explains.",
    why: "A chain that leads nowhere cannot be tested.",
    remedy: "Add a line `Outcome: ...`.",
  },
  standard: beachPedersen,
  *check({ traced, outcome, heading }) {
    if (traced && !outcome) yield { span: heading };
  },
};

const noMechanism: Rule<ProcessTracing> = {
  name: "no-mechanism",
  severity: "warning",
  message: {
    what: "The process tracing has no steps between cause and outcome.",
    why: "A correlation is not a mechanism; each step is where evidence could contradict it.",
    remedy: "Write the steps as a numbered list, each with who does what.",
  },
  standard: beachPedersen,
  *check({ traced, steps, heading }) {
    if (traced && steps.length === 0) yield { span: heading };
  },
};

const untestedStep: Rule<ProcessTracing> = {
  name: "untested-step",
  severity: "info",
  message: {
    what: "No test bears on {steps}.",
    why: "A mechanism is as strong as its weakest step, and an untested step may be the one that never happened.",
    remedy: "Name the step in the test that bears on it (a Step column, or `step 3` in its text), or look for evidence.",
  },
  standard: "Beach and Pedersen (2019): evidence for each part of the mechanism",
  *check({ steps, tests }) {
    const tested = new Set(tests.flatMap((test) => test.steps));
    const open = steps.filter(({ id }) => !tested.has(id));
    const [first] = open;
    if (first && tested.size > 0) yield { span: first.text.span, values: { steps: `step${open.length > 1 ? "s" : ""} ${listText(open.map(({ number }) => String(number)))}` } };
  },
};

const noRival: Rule<ProcessTracing> = {
  name: "no-rival",
  severity: "warning",
  message: {
    what: "The tests have no rival hypothesis to decide against.",
    why: "Evidence supports a hypothesis only so far as it speaks against another one.",
    remedy: "Add a Hypotheses table with at least two that exclude each other, and a prior for each.",
  },
  standard: "Fairfield and Charman (2017): evidence is weighed between named rivals; Heuer (1999), analysis of competing hypotheses",
  *check({ hypotheses, tests, heading }) {
    const named = hypotheses.filter(({ residual }) => !residual);
    if (named.length < 2 && (tests.length > 0 || named.length > 0)) yield { span: named[0]?.text.span ?? heading };
  },
};

const noTests: Rule<ProcessTracing> = {
  name: "no-tests",
  severity: "warning",
  message: {
    what: "The explanation is put to no test.",
    why: "A mechanism without evidence for or against it is a story.",
    remedy: "Add a Tests table: Evidence, Test, For, Result, and one column per hypothesis.",
  },
  standard: "Van Evera (1997), pp. 30-34",
  *check({ hypotheses, steps, tests, heading }) {
    if (tests.length === 0 && hypotheses.length + steps.length > 0) yield { span: heading };
  },
};

const noResidual: Rule<ProcessTracing> = {
  name: "no-residual",
  severity: "info",
  message: {
    what: "The hypotheses leave no room for one that nobody thought of.",
    why: "When all of them predict the evidence badly, something else may be going on, and nothing here can say so.",
    remedy: "Add a row marked {.residual}, or priors that sum to less than 100%.",
  },
  standard: "Fairfield and Charman (2022), Social Inquiry and Bayesian Inference",
  *check({ hypotheses, heading }) {
    if (hypotheses.length < 2 || hypotheses.some(({ residual }) => residual)) return;
    const priors = hypotheses.flatMap(({ prior }) => prior ?? []);
    const sum = priors.reduce((total, { point }) => total + point, 0);
    if (priors.length < hypotheses.length || sum > 0.995) yield { span: hypotheses[0]?.text.span ?? heading };
  },
};

const noPrior: Rule<ProcessTracing> = {
  name: "no-prior",
  severity: "info",
  message: {
    what: "{hypotheses} without a prior.",
    why: "How likely it was before the evidence is then our guess: an equal share of what the others leave.",
    remedy: "Give each hypothesis a prior: a word of the yardstick, a number or a range.",
  },
  standard: "Fairfield and Charman (2017): priors are stated",
  *check({ hypotheses }) {
    const bare = hypotheses.filter(({ prior, residual, unreadablePrior }) => !prior && !residual && !unreadablePrior);
    const [first] = bare;
    if (first) yield { span: first.text.span, values: { hypotheses: bare.length === 1 ? `${first.id} is` : `${listText(bare.map(({ id }) => id))} are` } };
  },
};

const priorsOver100: Rule<ProcessTracing> = {
  name: "priors-over-100",
  severity: "error",
  message: {
    what: "The priors of the hypotheses sum to {sum}.",
    why: "Hypotheses that exclude each other cannot hold more than 100% together; each prior is divided by the sum.",
    remedy: "Lower the priors, or say which hypotheses may hold at once and merge them.",
  },
  standard: "Probability: exclusive hypotheses sum to at most 1",
  *check({ hypotheses, heading }) {
    const priors = hypotheses.flatMap(({ prior }) => prior ?? []);
    const sum = sumFault(priors, false);
    if (sum !== undefined) yield { span: priors[0]?.span ?? heading, values: { sum } };
  },
};

/** What the argument as a whole lacks: cause, mechanism, outcome, rivals, tests, room for surprise. */
export const frameRules = [noCause, noOutcome, noMechanism, untestedStep, noRival, noTests, noResidual, noPrior, priorsOver100];
