import { parameters, type Parameters } from "#bargaining/forums/parameters";
import { declaredSimulation } from "#core/negotiation/declared-simulation";
import type { AskedInstead } from "#core/negotiation/read-negotiation";
import { listText } from "#kit/list-text";
import type { Names } from "#model/names";

interface Asked extends AskedInstead {
  readonly parameters: Partial<Parameters>;
}

/** The texts and parameters that the document's own simulation sets, where nothing else is asked; what it sets that cannot be is left out. Says so in notes. */
export function withDeclared<Options extends Asked>(names: Names, options: Options): { readonly options: Options; readonly notes: readonly string[] } {
  const declared = declaredSimulation(names);
  if (!declared) return { options, notes: [] };
  const texts = Array.from(declared.texts).filter(([forum]) => !options.texts.has(forum));
  const set = parameters.flatMap(({ name, low, high }) => {
    const value = declared.parameters[name];
    return value === undefined || options.parameters[name] !== undefined ? [] : [{ name, value, fits: value >= low && value <= high }];
  });
  const taken = [...texts.filter(onScale), ...set.filter(({ fits }) => fits).map(({ name, value }) => [name, value] as const)];
  const refused = [...texts.filter((text) => !onScale(text)), ...set.filter(({ fits }) => !fits).map(({ name, value }) => [name, value] as const)];
  return {
    options: {
      ...options,
      texts: new Map([...texts.filter(onScale), ...options.texts]),
      parameters: { ...Object.fromEntries(set.filter(({ fits }) => fits).map(({ name, value }) => [name, value])), ...options.parameters },
    },
    notes: [...told(taken, (list) => `As the document's section on the simulation says: ${list}.`), ...told(refused, (list) => `Set by the document's section on the simulation, impossible and left out: ${list}.`)],
  };
}

const onScale = ([, place]: readonly [string, number]): boolean => place >= 0 && place <= 100;

const told = (pairs: readonly (readonly [string, number])[], say: (list: string) => string): readonly string[] => (pairs.length === 0 ? [] : [say(listText(pairs.map(([name, value]) => `${name} ${value}`)))]);
