import { groupBy } from "#kit/group";
import type { Rule } from "#core/technique";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";
import { chronological, dated, subjectOf } from "./read-order.ts";
import type { ChangeLog } from "./schema.ts";

const standard = "ICD 203, tradecraft standard 7: explains change to or consistency of analytic judgements";

const noReason: Rule<ChangeLog> = {
  name: "no-reason",
  severity: "error",
  message: {
    what: "The change of {subject} has no reason.",
    why: "A judgement that moves without a stated reason cannot be told from one that drifted.",
    remedy: "Say which new information or which new reasoning led to the change.",
  },
  standard,
  *check({ changes }) {
    for (const change of changes) if (!change.why) yield { span: change.span, values: { subject: subjectOf(change) } };
  },
};

const impossibleDate: Rule<ChangeLog> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{day}` is no day of the calendar.",
    why: "A change without a readable day cannot be put in order or compared with what was known then.",
    remedy: "Write the day as YYYY-MM-DD.",
  },
  standard: "ISO 8601-1:2019, calendar dates",
  *check({ changes }) {
    for (const { day, date } of changes) if (day && date === undefined) yield { span: day.span, values: { day: plain(day) } };
  },
};

const noDate: Rule<ChangeLog> = {
  name: "no-date",
  severity: "warning",
  message: {
    what: "The change of {subject} has no date.",
    why: "Nobody can tell what was known when the judgement moved.",
    remedy: "Add the day of the change as YYYY-MM-DD.",
  },
  standard,
  *check({ changes }) {
    for (const change of changes) if (!change.day) yield { span: change.span, values: { subject: subjectOf(change) } };
  },
};

const noNewValue: Rule<ChangeLog> = {
  name: "no-new-value",
  severity: "info",
  message: {
    what: "The entry on {subject} does not say what the judgement became.",
    why: "A reader of the last edition wants to see at a glance how far the judgement moved.",
    remedy: "Fill in From and To.",
  },
  standard,
  *check({ changes }) {
    for (const change of changes) if (!change.to) yield { span: change.span, values: { subject: subjectOf(change) } };
  },
};

const noChange: Rule<ChangeLog> = {
  name: "no-change",
  severity: "warning",
  message: {
    what: "The entry on {subject} changes nothing: it goes from `{value}` to `{value}`.",
    why: "An entry that changes nothing hides the ones that do.",
    remedy: "Correct From or To; where the judgement was only confirmed, say so in the judgement.",
  },
  standard,
  *check({ changes }) {
    for (const change of changes) {
      const { from, to } = change;
      if (from && to && sameWords(from, to)) yield { span: to.span, values: { subject: subjectOf(change), value: plain(to) } };
    }
  },
};

const outOfOrder: Rule<ChangeLog> = {
  name: "out-of-order",
  severity: "warning",
  message: {
    what: "The entry of {date} stands out of order.",
    why: "A log is read as a sequence; an entry in the wrong place is missed.",
    remedy: "Sort the log by date, oldest or newest first.",
  },
  standard,
  *check({ changes }) {
    const inOrder = dated(changes);
    const rising = (inOrder[0]?.date ?? "") <= (inOrder.at(-1)?.date ?? "");
    for (const [at, { span, day, date }] of inOrder.entries()) {
      const before = inOrder[at - 1]?.date;
      if (before !== undefined && (rising ? date < before : date > before)) yield { span: day?.span ?? span, values: { date } };
    }
  },
};

const fromTheFuture: Rule<ChangeLog> = {
  name: "dated-in-the-future",
  severity: "info",
  message: {
    what: "The change of {date} lies after {now}.",
    why: "What has not happened yet cannot have changed a judgement.",
    remedy: "Correct the date, or the `as-of` of the document.",
  },
  standard,
  *check({ changes }, { today, document }) {
    const now = today ?? document.asOf;
    if (now === undefined) return;
    for (const { span, day, date } of dated(changes)) if (date > now) yield { span: day?.span ?? span, values: { date, now } };
  },
};

const brokenChain: Rule<ChangeLog> = {
  name: "broken-chain",
  severity: "warning",
  message: {
    what: "{subject} leaves from `{from}`, but the entry before left it at `{to}`.",
    why: "A change is missing from the log, or one of the two values is wrong.",
    remedy: "Add the missing change, or correct From.",
  },
  standard,
  *check({ changes }, { document }) {
    const alone = chronological(changes).filter(({ subjects }) => subjects.length === 1);
    for (const [subject, entries] of groupBy(alone, ({ subjects }) => subjects[0]?.id ?? "")) {
      for (const [at, { from }] of entries.entries()) {
        const to = entries[at - 1]?.to;
        if (from && to && !agree(to, from, document.yardstick)) yield { span: from.span, values: { subject, from: plain(from), to: plain(to) } };
      }
    }
  },
};

const sameWords = (a: Prose, b: Prose): boolean => plain(a).toLowerCase() === plain(b).toLowerCase();

/** The same words, or two likelihoods that may be the same: `likely` and `60%`. */
function agree(a: Prose, b: Prose, yardstick: Yardstick): boolean {
  if (sameWords(a, b)) return true;
  const [first, second] = [readLikelihood(a, yardstick), readLikelihood(b, yardstick)];
  return first !== undefined && second !== undefined && first.low <= second.high && second.low <= first.high;
}

export const rules = [noReason, impossibleDate, noDate, noNewValue, noChange, outOfOrder, fromTheFuture, brokenChain];
