import { groupBy } from "#kit/group";

/** Two or more places of a report that cannot all be right. */
export interface Contradiction {
  readonly kind: "vote-with-two-meanings" | "two-positions" | "vote-with-two-results";
  /** The vote or the actor. */
  readonly about: string;
  readonly what: string;
  readonly places: readonly Statement[];
}

/** A sentence with the line of the input on which it stands. */
export interface Statement {
  readonly line: number;
  readonly text: string;
}

/** The contradictions that can be seen from the words alone: in votes, and in what actors are said to want. */
export const contradictionsIn = (sentences: readonly Statement[]): readonly Contradiction[] => [...votesWithTwoMeanings(sentences), ...actorsWithTwoPositions(sentences)];

const tally = /(?<![\d–-])\b(\d{2,3})\s?[–-]\s?(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?\b(?![\d–-])/gu;
const inFavour = /\b(?:in favou?r|adopted|accepted|approved|passed|support(?:s|ed|ing)?|endorsed|carried)\b/iu;
const against = /\b(?:against|opposed|rejected|voted down|defeated)\b/iu;

/** One tally of votes said to be for a thing in one place and against a thing in another. */
function votesWithTwoMeanings(sentences: readonly Statement[]): readonly Contradiction[] {
  const mentions = sentences.flatMap((statement) => {
    if (!/\bvot(?:e|es|ed|ing)\b|\bmargin\b|\bresolution\b/iu.test(statement.text)) return [];
    return Array.from(statement.text.matchAll(tally), (match) => ({ vote: match[0].replace(/\s/gu, "").replaceAll("–", "-"), meaning: meaningOf(statement.text, match), statement }));
  });
  return [...groupBy(mentions, ({ vote }) => vote)].flatMap(([vote, list]) => {
    const meanings = new Set(list.map(({ meaning }) => meaning));
    if (!meanings.has("for") || !meanings.has("against")) return [];
    return [{ kind: "vote-with-two-meanings" as const, about: vote, what: `The vote of ${vote} is read as support in one place and as opposition in another.`, places: list.filter(({ meaning }) => meaning !== "unknown").map(({ statement }) => statement) }];
  });
}

/** What the words behind a tally (or, where they tell nothing, those before it) make of it. */
function meaningOf(text: string, match: RegExpExecArray): "for" | "against" | "unknown" {
  const behind = text.slice(match.index + match[0].length);
  const near = behind.slice(0, 40);
  if (against.test(near)) return "against";
  if (inFavour.test(behind)) return "for";
  if (inFavour.test(text.slice(0, match.index))) return "for";
  return against.test(text.slice(0, match.index)) ? "against" : "unknown";
}

type Stance = "for" | "against" | "abstains" | "not against";
interface Position extends Statement {
  readonly actor: string;
  readonly stance: Stance;
  readonly verb: string;
  /** The words that follow: on which matter. */
  readonly matter: string;
}

const name = String.raw`\p{Uppercase_Letter}[\p{Letter}.'’-]*(?: (?:of (?:the )?)?\p{Uppercase_Letter}[\p{Letter}.'’-]*){0,3}`;
const names = String.raw`(?:the )?${name}(?:, (?:the )?${name})*(?:,? and (?:the )?${name})?`;
const stances: readonly (readonly [Stance, string])[] = [
  ["not against", String.raw`did not (?:join|oppose|block|object)|does not (?:oppose|block|object)|not (?:opposed|opposing)`],
  ["abstains", "abstain(?:s|ed|ing)?"],
  ["against", String.raw`voted against|vot(?:es|ing) against|oppos(?:e|es|ed|ing)|block(?:s|ed|ing)?|reject(?:s|ed|ing)?|resist(?:s|ed|ing)?`],
  ["for", String.raw`voted (?:for|in favou?r of)|vot(?:es|ing) (?:for|in favou?r)|support(?:s|ed|ing)?|back(?:s|ed|ing)|endors(?:es|ed|ing)`],
];
const anyStance = stances.map(([, words]) => words).join("|");
const claim = new RegExp(String.raw`(?<![\p{Letter}])(${names})(?:,? (?:which|who|that))?(?: (?:has|have|had|also|both|all|currently|consistently))* (?=(?:${anyStance})\b)`, "gu");

/** An actor said to be on both sides of one matter. */
function actorsWithTwoPositions(sentences: readonly Statement[]): readonly Contradiction[] {
  const positions = sentences.flatMap(positionsIn);
  return [...groupBy(positions, ({ actor }) => actor)].flatMap(([actor, list]) => {
    const clash = list.filter((one) => list.some((other) => incompatible(one, other)));
    if (clash.length === 0) return [];
    const said = [...new Set(clash.map(({ stance }) => stance))].join(" and ");
    return [{ kind: "two-positions" as const, about: actor, what: `${actor} is said to be ${said} on what seems to be the same matter.`, places: uniquePlaces(clash) }];
  });
}

const uniquePlaces = (positions: readonly Position[]): readonly Statement[] =>
  [...new Map(positions.map(({ line, text }) => [`${line} ${text}`, { line, text }])).values()];

/** Every stance of a sentence's claims, each up to the next: `voted against X and abstained on Y` is two. */
function positionsIn(statement: Statement): readonly Position[] {
  const claims = Array.from(statement.text.matchAll(claim)).filter((match) => actorsOf(match[1] ?? "").length > 0);
  return claims.flatMap((match, at) => {
    const clause = statement.text.slice(match.index + match[0].length, claims[at + 1]?.index);
    return stancesIn(clause).flatMap((stance) => actorsOf(match[1] ?? "").map((actor) => ({ ...statement, actor, ...stance })));
  });
}

function stancesIn(clause: string): readonly Pick<Position, "stance" | "verb" | "matter">[] {
  const verbs = Array.from(clause.matchAll(new RegExp(String.raw`\b(?:${anyStance})\b`, "gu")));
  return verbs.map((verb, at) => ({ stance: stanceOf(verb[0]), verb: verb[0], matter: clause.slice(verb.index + verb[0].length, verbs[at + 1]?.index) }));
}

const stanceOf = (verb: string): Stance => stances.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(verb))?.[0] ?? "for";

const actorsOf = (text: string): readonly string[] =>
  text
    .split(/,? and |, /u)
    .map((actor) => actor.replace(/^(?:the|The) /u, "").replace(/^U\.S\.?$|^US$/u, "United States").replace(/['’]s$/u, ""))
    .filter((actor) => actor.length > 1 && !/^(?:The|This|That|These|Those|It|They|Both|States|If|When|While|Some|Most|Any|No|Reports?|Discussions?|Countries|Governments?)$/u.test(actor));

function incompatible(one: Position, other: Position): boolean {
  if (one.stance === other.stance || (one.line === other.line && one.text === other.text)) return false;
  const pair = new Set([one.stance, other.stance]);
  if (pair.has("for") && pair.has("not against")) return false;
  if (pair.has("abstains") && pair.has("not against")) return false;
  return sharesMatter(one, other) || (pair.has("not against") && pair.has("against"));
}

const general = new Set(["with", "from", "that", "this", "which", "their", "they", "would", "could", "next", "earlier", "including", "through", "against", "under", "other"]);

/** True where the two matters have a noun in common; years and small words do not count, and what is voted on is a vote. */
function sharesMatter(one: Position, other: Position): boolean {
  const others = stems(other);
  return [...stems(one)].some((stem) => others.has(stem));
}

const ballots = /^(?:vote|resolution|ballot|motion)$/u;

function stems({ matter, verb }: Position): ReadonlySet<string> {
  const words = (matter.toLowerCase().match(/\p{Letter}{4,}/gu) ?? []).filter((word) => !general.has(word)).map((word) => word.replace(/(?:ies|es|s)$/u, ""));
  const voted = /^(?:vot|abstain)/u.test(verb) || words.some((word) => ballots.test(word));
  return new Set([...words.filter((word) => !ballots.test(word)), ...(voted ? ["vote"] : [])]);
}
