import type { Forum, Negotiation, Party, Stance } from "./negotiation.ts";
import type { Rule } from "./rules.ts";

/** Why a negotiation cannot be run: a sentence for each fault, without its full stop. What can be run and yet cannot succeed is none. */
export function faultsOf({ parties, forums, dimensions = [], events = [] }: Negotiation): readonly string[] {
  const scales = new Set(dimensions.map(({ id }) => id));
  const actors = new Set(parties.map(({ id }) => id));
  const unknownScale = (where: string, names: readonly string[]): readonly string[] => names.filter((name) => !scales.has(name)).map((name) => `${where} on a scale called ${name}, and ${scales.size === 0 ? "there is only one scale" : `the further scales are ${[...scales].join(", ")}`}`);
  return [
    ...(parties.length === 0 ? ["it has no actors"] : []),
    ...(forums.length === 0 ? ["it has no forums"] : []),
    ...repeated(parties).map((id) => `two actors are called ${id}`),
    ...repeated(forums).map((id) => `two forums are called ${id}`),
    ...repeated(events).map((id) => `two events are called ${id}`),
    ...parties.flatMap((party) => [...stanceFaults(party), ...unknownScale(`${party.id} stands`, Object.keys(party.further ?? {}))]),
    ...forums.flatMap((forum) => [...forumFaults(forum, actors), ...unknownScale(`the text of ${forum.id} is placed`, Object.keys(forum.furtherText ?? {}))]),
    ...dimensions.flatMap(({ id, weight, statusQuo }) => [...within(`the weight of ${id}`, weight, Number.MAX_VALUE), ...within(`the status quo on ${id}`, statusQuo)]),
    ...events.flatMap(({ id, years, chance, moves }) => [
      ...(Number.isFinite(years) ? [] : [`the event ${id} has no date`]),
      ...within(`the chance of the event ${id}`, chance),
      ...moves.flatMap(({ party, to, dimension }) => [
        ...(actors.has(party) ? [] : [`the event ${id} moves ${party}, who is no actor`]),
        ...within(`where the event ${id} moves ${party}`, to),
        ...unknownScale(`the event ${id} moves ${party}`, dimension === undefined ? [] : [dimension]),
      ]),
    ]),
  ];
}

/** Nothing where a number lies from 0 to `most`, or is not given. */
const within = (what: string, value: number | undefined, most = 1): readonly string[] =>
  value === undefined || (value >= 0 && value <= most) ? [] : [`${what} must be a number ${most === 1 ? "from 0 to 1" : "of at least 0"} and is ${value}`];

const repeated = (list: readonly { readonly id: string }[]): readonly string[] => [...new Set(list.map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at))];

function stanceFaults({ id, capability, changeRate, further = {}, ...first }: Party): readonly string[] {
  const on = (where: string, { position, low, high, salience }: Stance): readonly string[] => [
    ...within(`the position of ${id}${where}`, position),
    ...within(`the range of ${id}${where}`, low),
    ...within(`the range of ${id}${where}`, high),
    ...within(`the salience of ${id}${where}`, salience),
  ];
  return [
    ...on("", first),
    ...Object.entries(further).flatMap(([scale, stance]) => on(` on ${scale}`, stance)),
    ...within(`the capability of ${id}`, capability),
    ...within(`the chance a year that ${id} changes`, changeRate),
  ];
}

function forumFaults({ id, rule, lastResort, members, quorum, text, furtherText = {}, years }: Forum, actors: ReadonlySet<string>): readonly string[] {
  return [
    ...(members.some((member) => actors.has(member)) ? [] : [`${id} has no member who is an actor`]),
    ...[rule, ...(lastResort ? [lastResort] : [])].flatMap((own) => ruleFaults(id, own)),
    ...within(`the quorum of ${id}`, quorum, Number.MAX_VALUE),
    ...within(`the text of ${id}`, text),
    ...Object.entries(furtherText).flatMap(([scale, place]) => within(`the text of ${id} on ${scale}`, place)),
    ...within(`the years to the session of ${id}`, years, Number.MAX_VALUE),
  ];
}

const ruleFaults = (id: string, rule: Rule): readonly string[] =>
  rule.kind === "majority" ? within(`the share that the rule of ${id} asks for`, rule.share) : rule.kind === "opt-in" ? within(`the number that the rule of ${id} asks for`, rule.needed, Number.MAX_VALUE) : [];
