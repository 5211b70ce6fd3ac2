import { UsageProblem } from "#cli/problem";
import { parseCalendarDate } from "#kit/date";
import { headingKey } from "#model/heading";
import type { Names } from "#model/names";
import { furtherScales, outcomesInstead } from "#workbench/simulation/declared";
import { parameters, ruleFromWords, type DatedEvent, type ParameterName } from "#workbench/simulation/simulate";

export type Pairs = ReadonlyMap<string, string>;

/** The document that the arguments speak of. */
export interface Spoken {
  readonly names: Names;
  readonly file: string;
}

function refuseUnknownForum(id: string, { names, file }: Spoken): void {
  const forums = names.all("forum").map((forum) => forum.id);
  if (forums.length > 0 && !forums.includes(id)) throw new UsageProblem(`${file} has no forum called ${id}; it has ${forums.join(", ")}.`);
}

export function readRules(asked: Pairs, spoken: Spoken): Pairs {
  for (const [id, words] of asked) {
    refuseUnknownForum(id, spoken);
    if (!ruleFromWords(words)) throw new UsageProblem(`${words} is no rule that is known here. Write consensus, unanimity, majority, two-thirds, 60% (of those voting, or \`of members\`), opt-in or opt-in:20.`);
  }
  return asked;
}

function refuseUnknownScale(scale: string, { names, file }: Spoken): void {
  const scales = furtherScales(names);
  if (!scales.some((known) => headingKey(known) === headingKey(scale))) throw new UsageProblem(`${file} has no further scale called ${scale}; ${scales.length === 0 ? "there is only one scale" : `the further scales are ${scales.join(", ")}`}.`);
}

/** Places of texts by forum, `F1`, or by forum and scale, `F1:scope`. */
export function readTexts(asked: Pairs, spoken: Spoken): ReadonlyMap<string, number> {
  return new Map(
    Array.from(asked, ([name, written]) => {
      const [forum = "", scale] = name.split(/:(.*)/su);
      refuseUnknownForum(forum, spoken);
      if (scale !== undefined) refuseUnknownScale(scale, spoken);
      return [name, numberWithin(written, { low: 0, high: 100, what: `The text of ${name}` })];
    }),
  );
}

export function readParameters(asked: Pairs): Partial<Record<ParameterName, number>> {
  const values: Partial<Record<ParameterName, number>> = {};
  for (const [name, written] of asked) {
    const parameter = parameters.find((known) => known.name === name);
    if (!parameter) throw new UsageProblem(`No parameter is called ${name}; there are ${parameters.map((known) => known.name).join(", ")}.`);
    values[parameter.name] = numberWithin(written, { ...parameter, what: name });
  }
  return values;
}

/** `2026-09-01,30%,USA=60,RUS=40`: the day, the chance, and who comes to stand where; on a further scale `USA:scope=60`. */
export function readEvents(asked: readonly string[], spoken: Spoken): readonly DatedEvent[] {
  const onDay = new Map<string, number>();
  return asked.map((written) => {
    const [day = "", chance = "", ...moves] = written.split(",").map((part) => part.trim());
    const date = parseCalendarDate(day);
    if (date === undefined || !/^\d+(?:\.\d+)?%$/u.test(chance) || moves.length === 0) throw new UsageProblem(`${written} is no event. Write the day, the chance and who moves where: 2026-09-01,30%,USA=60,RUS=40.`);
    const before = onDay.get(date) ?? 0;
    onDay.set(date, before + 1);
    // Two on one day are two: luck is drawn by the id.
    return { id: before === 0 ? date : `${date} (${before + 1})`, date, chance: numberWithin(chance.slice(0, -1), { low: 0, high: 100, what: "The chance of an event in percent" }) / 100, moves: moves.map((move) => readMove(move, spoken)) };
  });
}

function readMove(written: string, { names, file }: Spoken): DatedEvent["moves"][number] {
  const [, actor, dimension, to = ""] = /^([^=:]+)(?::([^=]+))?=(.+)$/u.exec(written) ?? [];
  if (actor === undefined) throw new UsageProblem(`${written} says of nobody where it moves. Write USA=60.`);
  const actors = names.all("actor").map(({ id }) => id);
  if (actors.length > 0 && !actors.includes(actor)) throw new UsageProblem(`${file} has no actor called ${actor}; it has ${actors.join(", ")}.`);
  if (dimension !== undefined) refuseUnknownScale(dimension, { names, file });
  return { party: actor, to: numberWithin(to, { low: 0, high: 100, what: `The place to which ${actor} moves` }) / 100, ...(dimension !== undefined && { dimension }) };
}

/** `F1`, or `F1=blocked or refused`; of the outcomes under the rule that is asked for instead of the document's. */
export function readOf(written: string, spoken: Spoken, rules: Pairs = new Map()): { readonly forum: string; readonly outcome?: string } {
  const [forum = "", outcome] = written.split(/=(.*)/su);
  refuseUnknownForum(forum, spoken);
  const known = outcome === undefined ? undefined : outcomesInstead(spoken.names, { forum, outcome, rule: rules.get(forum) });
  if (known !== undefined) throw new UsageProblem(`${outcome} is no outcome of ${forum}. Write the first words of one of these: ${known}.`);
  return { forum, ...(outcome !== undefined && { outcome }) };
}

function numberWithin(written: string, { low, high, what }: { readonly low: number; readonly high: number; readonly what: string }): number {
  const value = Number(written);
  if (written.trim() === "" || !(value >= low && value <= high)) throw new UsageProblem(`${what} must be a number from ${low} to ${high}, not ${written}.`);
  return value;
}
