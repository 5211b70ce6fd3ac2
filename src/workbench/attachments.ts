import type { AskedFile, Attachment, Attachments } from "#core/attachments";
import { openAll } from "#core/fold";
import type { OpenTechnique } from "#core/technique";
import { firstOfEach } from "#kit/group";
import type { Outline } from "#model/outline";
import { readOutline } from "#reader/read-outline";
import { techniques } from "../techniques/index.ts";

/** A document read and opened: enough to know which files it asks for. */
export interface OpenDocument {
  readonly outline: Outline;
  readonly parts: readonly OpenTechnique[];
}

/** Reads a text and opens its techniques; what did not change since an earlier document is used again. */
export function openDocument(text: string, previous?: OpenDocument): OpenDocument {
  const outline = readOutline(text, previous?.outline);
  return { outline, parts: openAll(techniques, outline, previous?.parts) };
}

/** The names of the files beside a document that it asks for: its bibliography, and what its techniques read from files. */
export const attachmentsOf = (document: OpenDocument): readonly string[] => askedFiles(document).map(({ name }) => name);

function askedFiles({ outline: { frontMatter }, parts }: OpenDocument): readonly AskedFile[] {
  const { bibliography: name, spans } = frontMatter;
  const span = spans["bibliography"];
  const own = name === undefined || span === undefined ? [] : [{ name, span }];
  return firstOfEach([...own, ...parts.flatMap(({ attaches }) => attaches)], (asked) => asked.name);
}

/** What the shell gives: texts by name, and for what it could not read the reason. */
export interface GivenFiles {
  readonly attachments?: ReadonlyMap<string, string>;
  readonly unreadable?: ReadonlyMap<string, string>;
}

/** The files that the document asks for. One whose text is the same as before is the same object, and so are all of them together. */
export function attachmentsFor(document: OpenDocument, { attachments, unreadable }: GivenFiles, previous: Attachments = new Map()): Attachments {
  const files = attachmentsOf(document).map((name) => {
    const [text, problem, before] = [attachments?.get(name), unreadable?.get(name), previous.get(name)];
    const isSame = before !== undefined && before.text === text && before.problem === problem;
    return isSame ? before : { name, ...(text !== undefined && { text }), ...(problem !== undefined && { problem }) };
  });
  const areSame = files.length === previous.size && files.every((file) => previous.get(file.name) === file);
  return areSame ? previous : new Map(files.map((file): readonly [string, Attachment] => [file.name, file]));
}
