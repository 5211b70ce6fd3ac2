import names from "i18n-iso-countries/langs/en.json" with { type: "json" };
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import { nearestTo } from "#kit/edit-distance";
import { keptOnce } from "#kit/kept";
import countries from "./countries.json" with { type: "json" };
import { stateKey, turnedNames } from "./state-key.ts";
import { formerCodes, tradeNames } from "./state-names.ts";

/** The regional groups of the members of the United Nations, in the order of the alphabet. */
export const unGroups = ["African Group", "Asia and the Pacific Group", "Eastern European Group", "Latin American and Caribbean Group", "Western European and Others Group"] as const;

/** A state or territory of ISO 3166-1 (and Kosovo, as XKX). */
export interface State {
  /** Three letters: `NOR`. */
  readonly code: string;
  /** What people call it: `Norway`. */
  readonly name: string;
  /** The regional group, of members of the United Nations only. */
  readonly group?: string;
}

/** All states and territories by code. */
export const states: ReadonlyMap<string, State> = new Map(
  Object.entries<readonly string[]>(countries).map(([code, [name = code, , group = ""]]) => [code, { code, name, ...(group !== "" && { group }) }]),
);

/** The members of the United Nations, in the order of their codes. */
export const unMembers = keptOnce((): readonly State[] => [...states.values()].filter(({ group }) => group !== undefined));

/** The two letters of ISO 3166-1 by the three. */
const alphaTwo = keptOnce((): ReadonlyMap<string, string> => new Map(codes.map(([two = "", three = ""]) => [three, two])));

/** By the three letters and the two: all that most files need, so that names are not looked into for them. */
const byCode = keptOnce((): ReadonlyMap<string, State> => new Map([...states.values()].flatMap((state) => [state.code, alphaTwo().get(state.code)].flatMap((code) => (code === undefined ? [] : [[code, state] as const])))));

interface NameRegister {
  readonly byKey: ReadonlyMap<string, State>;
  /** Abbreviations so short that they count only as they are written: `UK`, `us` is a word. */
  readonly short: ReadonlyMap<string, State>;
}

const register = keptOnce((): NameRegister => {
  const variants: Readonly<Record<string, string | readonly string[]>> = names.countries;
  const byKey = new Map<string, State>();
  const short = new Map<string, State>();
  const add = (state: State, words: readonly string[]): void => {
    for (const word of words) {
      const key = stateKey(word);
      const [list, entry] = key.length < 4 ? [short, word] : [byKey, key];
      if (!list.has(entry)) list.set(entry, state);
    }
  };
  // In this order: what the trade means by a name goes before what a list gives beside others.
  for (const state of states.values()) add(state, [...(tradeNames[state.code] ?? []), state.name]);
  for (const state of states.values()) add(state, [officialName(state), ...[variants[alphaTwo().get(state.code) ?? ""] ?? []].flat()]);
  return { byKey, short };
});

const officialNames = keptOnce(() => new Map(Object.entries<readonly string[]>(countries).map(([code, [, official]]) => [code, official])));
const officialName = ({ code, name }: State): string => officialNames().get(code) ?? name;

/**
 * The state that a text names: by its code in capitals, its common or official name, or as lists turn it: `Iran
 * (Islamic Republic of)`, `Korea, Republic of`. Marks over letters, `St.` and `and` in any form do not count.
 */
export function findState(text: string): State | undefined {
  const written = text.trim();
  const coded = byCode().get(written);
  if (coded || written === "") return coded;
  const { byKey, short } = register();
  return short.get(written) ?? turnedNames(written).map((name) => byKey.get(stateKey(name))).find((state) => state !== undefined);
}

/** The state whose name is nearly the text; undefined where none is near. */
export function nearestState(text: string): State | undefined {
  const { byKey } = register();
  const key = stateKey(text);
  return key.length < 4 ? undefined : byKey.get(nearestTo(key, [...byKey.keys()], key.length < 8 ? 1 : 3) ?? "");
}

const former = new Set(formerCodes);

/** True for what may stand for a voter among states: the code or name of one, or of one that is no more. */
export const isVoter = (text: string): boolean => former.has(text.trim()) || findState(text) !== undefined;
