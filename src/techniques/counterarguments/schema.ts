import * as z from "zod/mini";
import { prose, referenceList, span } from "#core/schemas";

export const Counterargument = z.object({
  id: z.string(),
  /** The whole argument, a place for findings about it. */
  span,
  /** What it says, the answer left out. */
  text: prose,
  /** Further paragraphs and lines of it. */
  more: z.readonly(z.array(prose)),
  /** What it attacks. */
  against: referenceList,
  /** The author's answer, paragraph by paragraph; empty where there is none. */
  answer: z.readonly(z.array(prose)),
});
export type Counterargument = z.infer<typeof Counterargument>;

export const Counterarguments = z.object({
  counterarguments: z.readonly(z.array(Counterargument)),
  /** What stands around them. */
  remarks: z.readonly(z.array(prose)),
  heading: span,
});
export type Counterarguments = z.infer<typeof Counterarguments>;
