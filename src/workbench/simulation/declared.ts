import { parameters, type Parameters } from "#bargaining/forums/parameters";
import { ruleFromWords } from "#bargaining/forums/rule-words";
import { declaredSimulation, simulationDefaults, simulationId } from "#core/negotiation/declared-simulation";
import { outcomeWords, readOutcomeTest } from "#core/negotiation/outcome-words";
import { dimensionsOf } from "#core/negotiation/read-parties";
import { declaredRuns } from "#core/negotiation/simulated-opinion";
import { ruleOf, type AskedInstead } from "#core/negotiation/read-negotiation";
import { listText } from "#kit/list-text";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";

interface Asked extends AskedInstead {
  readonly parameters: Partial<Parameters>;
  readonly seed?: number;
}

interface Completed<Options> {
  readonly options: Options & { readonly seed: number };
  readonly notes: readonly string[];
}

/** The seed, texts and parameters that the document's own simulation sets, where nothing else is asked; what it sets that cannot be is left out. Says so in notes. */
export function withDeclared<Options extends Asked>(names: Names, options: Options): Completed<Options> {
  const declared = declaredSimulation(names);
  const seed = options.seed ?? declared?.seed ?? simulationDefaults.seed;
  if (!declared) return { options: { ...options, seed }, notes: [] };
  const texts = Array.from(declared.texts).filter(([forum]) => !options.texts.has(forum));
  const set = parameters.flatMap(({ name, low, high }) => {
    const value = declared.parameters[name];
    return value === undefined || options.parameters[name] !== undefined ? [] : [{ name, value, fits: value >= low && value <= high }];
  });
  const seeded = options.seed === undefined && seed !== simulationDefaults.seed ? [["seed", seed] as const] : [];
  const taken = [...seeded, ...texts.filter(onScale), ...set.filter(({ fits }) => fits).map(({ name, value }) => [name, value] as const)];
  const refused = [...texts.filter((text) => !onScale(text)), ...set.filter(({ fits }) => !fits).map(({ name, value }) => [name, value] as const)];
  return {
    options: {
      ...options,
      seed,
      texts: new Map([...texts.filter(onScale), ...options.texts]),
      parameters: { ...Object.fromEntries(set.filter(({ fits }) => fits).map(({ name, value }) => [name, value])), ...options.parameters },
    },
    notes: [...told(taken, (list) => `As the document's section on the simulation says: ${list}.`), ...told(refused, (list) => `Set by the document's section on the simulation, impossible and left out: ${list}.`)],
  };
}

const onScale = ([, place]: readonly [string, number]): boolean => place >= 0 && place <= 100;

const told = (pairs: readonly (readonly [string, number])[], say: (list: string) => string): readonly string[] => (pairs.length === 0 ? [] : [say(listText(pairs.map(([name, value]) => `${name} ${value}`)))]);

/** What the document's own simulation gives to its forecast. */
export interface DeclaredScenarios {
  /** Of the runs, for each scenario that a row leads to; `spread` is how far a share moves with the parameters that are drawn. */
  readonly shares: readonly { readonly id: string; readonly title: string; readonly share: number; readonly error: number; readonly spread: number }[];
  /** Why there are none; null where there are. */
  readonly because: string | null;
  readonly runs: number;
  readonly draws: number;
  readonly seed: number;
  readonly weight: number;
}

/** The shares of the scenarios as the forecast has them, whatever else is asked; null where the document declares no simulation, or has no table for it. */
export function declaredScenarios(names: Names, document: FrontMatter): DeclaredScenarios | null {
  const declared = declaredSimulation(names);
  if (!declared || names.all("outcome").length === 0) return null;
  const { runs, draws, seed, weight } = declared;
  const done = declaredRuns(names, document);
  const found = typeof done === "object" ? done.scenarios : done;
  if (typeof found !== "object") return { shares: [], because: found ?? "no table leads to scenarios", runs, draws, seed, weight };
  const shares = found.shares.map(({ id, share, error, spread }) => ({ id, title: names.find(id)?.title ?? "", share, error, spread }));
  return { shares, because: null, runs: found.runs, draws, seed, weight };
}

/** Where things stay as they are, in the document's words; null where it does not say. */
export const writtenStatusQuo = (names: Names): string | null => names.find(simulationId)?.facts?.["statusQuo"] ?? null;

/** The scales beside the first on which some actor of the document stands. */
export const furtherScales = (names: Names): readonly string[] => dimensionsOf(names.all("actor")).map(({ id }) => id);

interface AskedOutcome {
  readonly forum: string;
  readonly outcome: string;
  /** In words, instead of the document's. */
  readonly rule: string | undefined;
}

/** What a forum's outcomes are called where the words mean none of them; undefined where they mean one, or the forum's rule is not known. */
export function outcomesInstead(names: Names, { forum, outcome, rule: asked }: AskedOutcome): string | undefined {
  const declared = names.all("forum").find(({ id }) => id === forum);
  const rule = asked === undefined ? declared && ruleOf(declared) : ruleFromWords(asked);
  return rule && !readOutcomeTest(outcome, rule) ? outcomeWords(rule) : undefined;
}
