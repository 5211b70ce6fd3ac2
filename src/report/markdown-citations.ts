import type { PageSource } from "#model/page";
import { readCitation, type CitedWork } from "./citation.ts";
import { safeWebAddress } from "./inline-markup.ts";

/** Sources by key, with the number under which the page lists them. */
export type NumberedSources = ReadonlyMap<string, { readonly number: number; readonly address?: string }>;

export const numberedSources = (sources: readonly PageSource[]): NumberedSources =>
  new Map(sources.map(({ key, address }, index) => [key, { number: index + 1, ...(address !== undefined && { address }) }]));

/** Code spans are left alone; citations become numbers; links to ids, which Markdown has no place for, become words. */
const pieces = /`+[^`]*`+|\[[^[\]\n]*@[^[\]\n]*\](?:\{[^{}\n]{1,4}\})?|\[([^[\]\n]*)\]\(#[^()\s]*\)/gu;

/** Text for readers of Markdown, who do not know Pandoc: `[@sec, p. 3]{B2}` as `[1], p. 3 (B2)`, the number a link to the source. */
export const withNumbers = (text: string, sources: NumberedSources): string =>
  text.replace(pieces, (whole, words: string | undefined) => (words !== undefined ? words : whole.startsWith("`") ? whole : numbered(whole, sources)));

function numbered(written: string, sources: NumberedSources): string {
  const citation = readCitation(written);
  if (!citation) return written;
  const grade = citation.grade === undefined ? "" : ` (${citation.grade})`;
  return `${citation.works.map((work) => workText(work, sources)).join("; ")}${grade}`;
}

function workText({ key, prefix, locator }: CitedWork, sources: NumberedSources): string {
  const source = sources.get(key);
  const name = source === undefined ? `\\[${key}?\\]` : numberText(source.number, source.address);
  return `${prefix === "" ? "" : `${prefix} `}${name}${locator === "" ? "" : `, ${locator}`}`;
}

function numberText(number: number, address: string | undefined): string {
  const target = address === undefined ? undefined : safeWebAddress(address);
  return target === undefined ? `\\[${number}\\]` : `[\\[${number}\\]](<${target.replace(/[<>|\\]/gu, encodeURIComponent)}>)`;
}
