import type { Technique } from "#core/technique";
import * as all from "./all.ts";

/** Every technique, in alphabetical order: the keys of a module's namespace are sorted by the language. */
export const techniques: readonly Technique[] = Object.values(all);
