import { actorNotes, dimensionsOf, partyOf } from "#core/negotiation/read-parties";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import type { SpatialCase, Stand } from "#model/spatial-case";

/** The actors of a document as a case: the first scale, from 0 to 100, and the further ones; with what had to be assumed. A sentence where there is nothing to reckon. */
export function caseOfDocument(names: Names, { title, question }: Pick<FrontMatter, "title" | "question">): { readonly case: SpatialCase; readonly notes: readonly string[] } | string {
  const declared = names.all("actor");
  const parties = declared.flatMap((actor) => partyOf(actor, names) ?? []);
  if (declared.length === 0) return "it names no actors";
  if (parties.length === 0) return "none of its actors has a position on the scale";
  const scales = dimensionsOf(declared).map(({ id }) => id);
  const actors = parties.map(({ id, position, salience, capability, further = {} }) => {
    const onScale = (scale: string): Stand | undefined => {
      const stance = further[scale];
      return stance && { position: 100 * stance.position, salience: stance.salience ?? salience };
    };
    return { name: names.find(id)?.title ?? id, description: "", capability, stands: [{ position: 100 * position, salience }, ...scales.map(onScale)] };
  });
  const issues = ["Position", ...scales];
  return { case: { title: title ?? "", description: question ?? "", issues, actors }, notes: actorNotes(declared) };
}
