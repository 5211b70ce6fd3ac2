import type { Evidence, NetworkPiece } from "#core/network-piece";
import { groupBy } from "#kit/group";
import { addDays, type CalendarDate } from "#kit/date";
import type { DroppedForecast, Distribution, Forecast } from "#model/forecast";
import type { Question } from "#workbench/forecast/request";
import { mainRoot, posteriorOf, totalVariation, type Compiled, type Root } from "#workbench/forecast/roots";

/** A question with what counts for it and the numbers that follow. */
export interface Answer {
  readonly question: Question;
  readonly piece: NetworkPiece;
  readonly compiled: Compiled;
}
export type Ask = (question: Question) => Answer;

/** Probabilities of a variable's states by id. */
export const distributionOf = (states: readonly string[], probabilities: readonly number[]): Distribution =>
  Object.fromEntries(states.map((state, at) => [state, probabilities[at] ?? 0]));

/**
 * The forecast on each day on which the log says something, and on the days in `extra`. Goes backwards: the latest date
 * among the items that count is the last day of change, so the answer in hand is the answer for that day; asked again for
 * the day before, an item that was superseded on it may return.
 */
export function replay(full: Answer, ask: Ask, extra: readonly CalendarDate[]): Forecast["replay"] {
  const days: Forecast["replay"][number][] = [];
  const open = new Set(extra);
  for (let answer: Answer | undefined = full; answer; ) {
    const last = latest([...datesIn(answer.piece), ...Array.from(open).filter((date) => isBefore(date, answer?.question.until))]);
    if (last === undefined) break;
    open.delete(last);
    days.push(replayedDay(last, answer));
    answer = ask({ ...answer.question, until: addDays(last, -1) });
  }
  return days.toReversed();
}

const isBefore = (date: CalendarDate, until: CalendarDate | undefined): boolean => until === undefined || date <= until;
const latest = (dates: readonly CalendarDate[]): CalendarDate | undefined => dates.toSorted().at(-1);

const datesIn = ({ evidence, opinions }: NetworkPiece): readonly CalendarDate[] =>
  [...evidence, ...opinions.filter(({ kind }) => kind !== "stated")].flatMap(({ date }) => date ?? []);

function replayedDay(date: CalendarDate, { piece, compiled }: Answer): Forecast["replay"][number] {
  const root = mainRoot(compiled);
  const dated = [...piece.evidence, ...piece.opinions.filter(({ kind }) => kind !== "stated")].filter((item) => item.date === date);
  return { date, probabilities: root ? distributionOf(root.states, posteriorOf(root)) : {}, items: dated.map(({ id }) => id) };
}

/** The forecast without each item, then without each source, and how far it moves. */
export function dropEach(full: Answer, ask: Ask): readonly DroppedForecast[] {
  const { evidence } = full.piece;
  const items = groupBy(evidence, ({ id }) => id);
  const sources = new Set(evidence.flatMap((item) => item.sources));
  const without = remembering((ids) => ask({ ...full.question, without: new Set([...full.question.without, ...ids]) }));
  return [
    ...Array.from(items, ([id, about]) => dropped({ id, kind: "item", full, bare: without([id]), about })),
    ...Array.from(sources, (id) => dropped({ id, kind: "source", full, bare: withoutSource(id, full, without), about: evidence.filter((item) => item.sources.includes(id)) })),
  ];
}

type Without = (ids: readonly string[]) => Answer;

/** Asks once for each set of ids. */
function remembering(ask: Without): Without {
  const known = new Map<string, Answer>();
  return (ids) => {
    const key = ids.toSorted().join(" ");
    const answer = known.get(key) ?? ask(ids);
    known.set(key, answer);
    return answer;
  };
}

/**
 * To leave out a source is to leave out the items that have no other, again and again as older readings return; only
 * where an item keeps another source must the question name the source itself.
 */
function withoutSource(source: string, full: Answer, without: Without): Answer {
  const gone: string[] = [];
  for (let answer = full; ; answer = without(gone)) {
    const citing = answer.piece.evidence.filter(({ sources }) => sources.includes(source));
    if (citing.length === 0) return answer;
    const orphaned = citing.filter(({ id, sources }) => !gone.includes(id) && sources.every((key) => key === source));
    if (orphaned.length === 0) return without([source, ...gone]);
    gone.push(...new Set(orphaned.map(({ id }) => id)));
  }
}

interface Drop {
  readonly id: string;
  readonly kind: DroppedForecast["kind"];
  readonly full: Answer;
  readonly bare: Answer;
  readonly about: readonly Evidence[];
}

/** The variable shown is the one that the dropped items bear on: the scenarios, unless they bear on hypotheses only. */
function dropped({ id, kind, full, bare, about }: Drop): DroppedForecast {
  const { hypotheses } = full.compiled;
  const onlyHypotheses = about.every(({ variable }) => variable === hypotheses?.variable.id);
  const pick = (compiled: Compiled): Root | undefined => (onlyHypotheses ? compiled.hypotheses : mainRoot(compiled));
  const [before, after] = [pick(full.compiled), pick(bare.compiled)];
  if (!before || !after) return { id, kind, probabilities: {}, shift: 0 };
  const probabilities = posteriorOf(after);
  return { id, kind, probabilities: distributionOf(after.states, probabilities), shift: totalVariation(posteriorOf(before), probabilities) };
}
