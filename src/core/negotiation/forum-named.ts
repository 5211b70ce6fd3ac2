import { headingKey } from "#model/heading";
import type { Declaration, Names } from "#model/names";

/** The forum that some words name by its id or its title. */
export const forumNamed = (words: string, names: Names): Declaration | undefined => names.all("forum").find(({ id, title }) => [id, title, `${id} ${title}`].some((name) => headingKey(name) === headingKey(words)));
