import { actorNotes, dimensionsOf, partyOf } from "#core/negotiation/read-parties";
import type { SpatialCase, Stand } from "#model/spatial-case";
import type { Assessment } from "#workbench/assess";
import { declaredScales, placeOn } from "#workbench/bargaining/declared-scales";

/**
 * The actors of a document as a case, on the scales that it declares: the first and the further ones; with what the ends of the scales stand
 * for and what had to be assumed. A sentence where there is nothing to reckon.
 */
export function caseOfDocument({ names, parts, scene: { document } }: Pick<Assessment, "names" | "parts" | "scene">): { readonly case: SpatialCase; readonly notes: readonly string[] } | string {
  const declared = names.all("actor");
  const parties = declared.flatMap((actor) => partyOf(actor, names) ?? []);
  if (declared.length === 0) return "it names no actors";
  if (parties.length === 0) return "none of its actors has a position on the scale";
  const [first, ...others] = declaredScales(parts, dimensionsOf(declared).map(({ id }) => id));
  const actors = parties.map(({ id, position, salience, capability, further = {} }) => {
    const onFurther = others.map((scale): Stand | undefined => {
      const stance = further[scale.issue];
      return stance && { position: placeOn(scale, stance.position), salience: stance.salience ?? salience };
    });
    return { name: names.find(id)?.title ?? id, description: "", capability, stands: [{ position: placeOn(first, position), salience }, ...onFurther] };
  });
  const scales = [first, ...others];
  const meanings = scales.flatMap(({ issue, meaning }) => (meaning === undefined ? [] : [`${issue}: ${meaning}.`]));
  return { case: { title: document.title ?? "", description: document.question ?? "", issues: scales.map(({ issue }) => issue), actors }, notes: [...meanings, ...actorNotes(declared)] };
}
