import type { Rule } from "#core/technique";
import { groupBy } from "#kit/group";
import { listText } from "#kit/list-text";
import { percent } from "#kit/number-text";
import { comparisons, type Comparison } from "./read-share.ts";
import type { NormLifeCycle } from "./schema.ts";

const lifeCycle = "Finnemore and Sikkink (1998), International Organization 52 (4)";

const noNorm: Rule<NormLifeCycle> = {
  name: "no-operative-norm",
  severity: "warning",
  message: {
    what: "Which norm the section traces is not said.",
    why: "A life cycle is that of one norm; several norms on one matter may stand at different stages.",
    remedy: "Add a line `Operative norms: ...` that words the norm.",
  },
  standard: lifeCycle,
  *check({ norms, heading }) {
    if (!norms) yield { span: heading };
  },
};

const noStage: Rule<NormLifeCycle> = {
  name: "no-stage",
  severity: "warning",
  message: {
    what: "The stage of the norm is not stated.",
    why: "Each stage has its own actors, motives and mechanism; without it the lens says nothing about what comes next.",
    remedy: "Add a line `Stage: emergence`, `cascade` or `internalization`, and say why.",
  },
  standard: `${lifeCycle}, p. 895`,
  *check({ stage, stated, heading }) {
    if (!stage && stated.length === 0) yield { span: heading };
  },
};

const unknownStage: Rule<NormLifeCycle> = {
  name: "unknown-stage",
  severity: "warning",
  message: {
    what: "The line on the stage names none of the three.",
    why: "It cannot be compared with the number of adopters.",
    remedy: "Write emergence, cascade or internalization.",
  },
  standard: `${lifeCycle}, p. 895`,
  *check({ stage, stated }) {
    if (stage && stated.length === 0) yield { span: stage.span };
  },
};

const twoStages: Rule<NormLifeCycle> = {
  name: "two-stages",
  severity: "error",
  message: {
    what: "The same norm is said to stand at {stages}.",
    why: "A norm is at one stage at a time; two may be meant for two norms.",
    remedy: "Keep one, or name the norm that each belongs to: `Stage: cascade (for the wider norm); emergence (for the ban)`.",
  },
  standard: "ICD 203, tradecraft standard 6: internally consistent",
  *check({ stated }) {
    for (const same of groupBy(stated, ({ norm }) => norm).values()) {
      const distinct = [...new Set(same.map(({ stage }) => stage))];
      const other = same.find(({ stage }) => stage !== same[0]?.stage);
      if (other) yield { span: other.span, values: { stages: listText(distinct) } };
    }
  },
};

const values = ({ stated, share }: Comparison) => ({
  stated: stated.stage,
  implied: share.implies,
  share: `${share.adopters} of ${share.population}, ${percent(share.share)}`,
  tipping: String(Math.ceil(share.population / 3)),
});

const disagrees: Rule<NormLifeCycle> = {
  name: "stage-disagrees",
  severity: "warning",
  message: {
    what: "The text states {stated}; the latest count ({share}) implies {implied}.",
    why: "A norm rarely tips before one third of the states adopt it: here {tipping}.",
    remedy: "Correct the stage or the count, or say why they differ, above all where the critical states stand.",
  },
  standard: `${lifeCycle}, p. 901`,
  *check(part) {
    for (const comparison of comparisons(part)) if (!comparison.agrees && !comparison.stated.explained) yield { span: comparison.stated.span, values: values(comparison) };
  },
};

const departs: Rule<NormLifeCycle> = {
  name: "stage-departs",
  severity: "info",
  message: {
    what: "The text states {stated} and gives a reason; the latest count ({share}) implies {implied}.",
    why: "One third ({tipping}) is a rule of thumb, and critical states weigh more than numbers; a reader should see both.",
    remedy: "Check that the reason holds, and that the count is of the same norm.",
  },
  standard: `${lifeCycle}, p. 901`,
  *check(part) {
    for (const comparison of comparisons(part)) if (!comparison.agrees && comparison.stated.explained) yield { span: comparison.stated.span, values: values(comparison) };
  },
};

const noCritical: Rule<NormLifeCycle> = {
  name: "no-critical-states",
  severity: "warning",
  message: {
    what: "The critical states are not named.",
    why: "Critical states are those without which the aim of the norm is compromised; a norm may have numbers and still not tip without them.",
    remedy: "Add a list under `Critical states` with where each stands.",
  },
  standard: `${lifeCycle}, p. 901`,
  *check({ critical, heading }) {
    if (critical.length === 0) yield { span: heading };
  },
};

const noStand: Rule<NormLifeCycle> = {
  name: "critical-state-without-stand",
  severity: "info",
  message: {
    what: "Where the critical state {state} stands is not said.",
    why: "Whether the norm can tip depends on it.",
    remedy: "Write `{state}: in favour`, `against` or `undecided`, with a source.",
  },
  standard: `${lifeCycle}, p. 901`,
  *check({ critical }) {
    for (const { name, stand, span } of critical) if (!stand) yield { span, values: { state: name } };
  },
};

/** What the argument lacks or contradicts. */
export const lensRules = [noNorm, noStage, unknownStage, twoStages, disagrees, departs, noCritical, noStand];
