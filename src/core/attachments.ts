import type { Span } from "#kit/span";

/** A file that a document asks for, by the name it gives it, and where it does. */
export interface AskedFile {
  readonly name: string;
  readonly span: Span;
}

/** A file beside the document as the shell found it: its text, or why there is none. The same object as long as its text is the same. */
export interface Attachment {
  readonly name: string;
  readonly text?: string;
  /** Why it cannot be read, behind a colon: `there is no such file`. */
  readonly problem?: string;
}

/** The files that a document asks for, by name. */
export type Attachments = ReadonlyMap<string, Attachment>;

/** Why a file has no text, where the shell does not say it. */
export const reasonFor = (attachment: Attachment | undefined): string => attachment?.problem ?? "there is no such file beside the document";
