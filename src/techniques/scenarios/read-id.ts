import { identify, spokenName } from "#core/read-ids";
import { saysResidual } from "#core/read-vector";
import type { Span } from "#kit/span";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import type { Label } from "./read-label.ts";
import type { Scenario } from "./schema.ts";

/** An attribute `{#A}` wins over the id in front of the title; without either the id is made of the title, or is `other` for the residual. */
export function identifyLabel(name: Prose, { id, title }: Label): Pick<Scenario, "id" | "written"> {
  if (name.attributes.id === undefined && id === undefined && saysResidual(plain(title))) return { id: "other", written: false };
  if (name.attributes.id !== undefined || id === undefined) return identify("scenario", title, undefined, name.attributes);
  return { id, written: true };
}

/** Where the title stands, or the id where there is no title. */
export const spanOf = (name: Prose, { title }: Label): Span => (title.source === "" ? name.span : title.span);

/** What a sentence calls it. */
export const nameOf = ({ id, title }: Pick<Scenario, "id" | "title">): string => spokenName({ id, title, kind: "scenario" });
