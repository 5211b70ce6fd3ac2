import { exactPercent, percent } from "#kit/number-text";
import type { StateForecast } from "#model/forecast";
import type { Declaration, Kind } from "#model/names";
import type { Assessment } from "#workbench/assess";

/** One difference between two editions, at the level of what they say and not of their lines. */
export interface Change {
  readonly what: "added" | "removed" | "changed";
  /** The kind of entry, or `forecast` for what is computed, `document` for the front matter. */
  readonly kind: Kind | "forecast" | "document";
  readonly id: string;
  readonly title: string;
  /** Which of its facts changed: `text`, `probability`, `confidence`, `position`, `computed`. */
  readonly fact?: string;
  readonly from?: string;
  readonly to?: string;
  /** The reason that the later edition's change log gives, where it gives one. */
  readonly why?: string;
}

/** In the order in which a reader wants to know. */
const order: readonly Kind[] = ["scenario", "judgement", "hypothesis", "assumption", "indicator", "observation", "test", "step", "actor", "coalition", "forum", "vote", "simulation", "outcome", "event", "counterargument", "limitation", "source"];

/** What changed from one edition to the next: the question, the forecast, then entry by entry. */
export function compareAssessments(before: Assessment, after: Assessment): readonly Change[] {
  const reasons = reasonsIn(after, before);
  const changes = [...documentChanges(before, after), ...forecastChanges(before, after), ...order.flatMap((kind) => entryChanges(kind, before, after))];
  return changes.map((change) => {
    const why = reasons.get(change.id);
    return why === undefined || change.why !== undefined ? change : { ...change, why };
  });
}

/** Reasons by id from the entries of the change log that the earlier edition did not have. */
function reasonsIn(after: Assessment, before: Assessment): ReadonlyMap<string, string> {
  const known = new Set(before.names.all("change").map(({ id }) => id));
  const fresh = after.names.all("change").filter(({ id }) => !known.has(id));
  return new Map(fresh.flatMap(({ title, facts }) => (facts?.["judgement"] ?? "").split(/[,\s]+/u).map((id) => [id, title] as const)));
}

function documentChanges(before: Assessment, after: Assessment): readonly Change[] {
  const [a, b] = [before.scene.document, after.scene.document];
  const facts = [
    ["question", a.question, b.question],
    ["as-of", a.asOf, b.asOf],
    ["resolves", a.resolves, b.resolves],
    ["yardstick", a.yardstick.name, b.yardstick.name],
  ] as const;
  return facts.flatMap(([fact, from, to]) => (from === to ? [] : [{ what: "changed" as const, kind: "document" as const, id: fact, title: "The document", fact, ...bothOf(from, to) }]));
}

function forecastChanges(before: Assessment, after: Assessment): readonly Change[] {
  const old = new Map((before.forecast?.scenarios ?? []).map((scenario) => [scenario.id, scenario]));
  return (after.forecast?.scenarios ?? []).flatMap((scenario) => {
    const earlier = old.get(scenario.id);
    return earlier && percent(earlier.posterior) !== percent(scenario.posterior) ? [computedChange(earlier, scenario)] : [];
  });
}

const computedChange = (from: StateForecast, to: StateForecast): Change => ({
  what: "changed",
  kind: "forecast",
  id: to.id,
  title: to.title,
  fact: "computed",
  from: percent(from.posterior),
  to: percent(to.posterior),
});

function entryChanges(kind: Kind, before: Assessment, after: Assessment): readonly Change[] {
  const old = new Map(before.names.all(kind).map((entry) => [entry.id, entry]));
  const now = new Map(after.names.all(kind).map((entry) => [entry.id, entry]));
  const removed = [...old.values()].filter(({ id }) => !now.has(id)).map((entry) => wholeEntry("removed", entry));
  const rest = [...now.values()].flatMap((entry) => {
    const earlier = old.get(entry.id);
    return earlier ? factChanges(earlier, entry) : [wholeEntry("added", entry)];
  });
  return [...removed, ...rest];
}

const wholeEntry = (what: "added" | "removed", { kind, id, title, facts = {} }: Declaration): Change => {
  const told = Object.keys(facts).map((fact) => `${fact} ${valueOf(facts, fact) ?? ""}`).join(", ");
  return { what, kind, id, title, ...(told !== "" && (what === "added" ? { to: told } : { from: told })) };
};

function factChanges(before: Declaration, after: Declaration): readonly Change[] {
  const [old, now] = [{ text: before.title, ...before.facts }, { text: after.title, ...after.facts }];
  const facts = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return facts.flatMap((fact) => {
    const [from, to] = [valueOf(old, fact), valueOf(now, fact)];
    return from === to ? [] : [{ what: "changed" as const, kind: after.kind, id: after.id, title: after.title, fact, ...bothOf(from, to) }];
  });
}

/** A fact as a person reads it: shares as percentages. */
function valueOf(facts: Readonly<Record<string, string>>, fact: string): string | undefined {
  const value = facts[fact];
  return value !== undefined && /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/u.test(value) && fact !== "weight" ? exactPercent(Number(value)) : value;
}

const bothOf = (from: string | undefined, to: string | undefined) => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
