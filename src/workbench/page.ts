import type { OpenTechnique, Results } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Block } from "#model/block";
import type { Declaration } from "#model/names";
import type { Section } from "#model/outline";
import type { Page, PageSection, PageSource } from "#model/page";
import { plain } from "#model/prose";
import { readGrade } from "#model/read-grade";
import type { Assessment } from "#workbench/assess";
import { bottomLineOf } from "#workbench/bottom-line";
import { locatedFindings } from "#workbench/findings";
import { engineVersion } from "#workbench/forecast/engine";

/** What only the shell knows: the hash of the text, and the options that were given. */
export interface Derivation {
  readonly document: string;
  readonly files?: Page["derivation"]["files"];
  readonly options?: readonly string[];
}

/** The assessment as a page: the bottom line, the summary, then each technique's view in the order of the document. */
export function composePage(assessment: Assessment, { document, files = [], options = [] }: Derivation): Page {
  const { scene, forecast, outline } = assessment;
  const { frontMatter } = outline;
  const results: Results = { ...scene, ...(forecast && { forecast }) };
  const chapters = chaptersOf(assessment, results);
  const bottomLine = bottomLineOf(assessment, answerOf(chapters.summary)?.text, chapters.sections.flatMap(({ blocks }) => blocks));
  return {
    title: frontMatter.title ?? firstTitle(outline.sections) ?? frontMatter.question ?? "Assessment",
    ...(frontMatter.question !== undefined && { question: frontMatter.question }),
    meta: metaOf(assessment),
    bottomLine,
    summary: withoutAnswer(chapters.summary),
    sections: bottomLine.ladder ? withoutLadder(chapters.sections) : chapters.sections,
    sources: assessment.names.all("source").map(sourceOf),
    findings: locatedFindings(assessment, "").map(({ rule, severity, what, remedy, standard, line }) => ({ rule, severity, what, remedy, standard, line })),
    derivation: { engine: forecast?.engine ?? { version: engineVersion, seed: 0 }, document, ...(files.length > 0 && { files }), options, notes: forecast?.notes ?? [] },
  };
}

const firstTitle = (sections: readonly Section[]): string | undefined => {
  const title = sections.find(({ level }) => level === 1);
  return title && plain(title.heading);
};

function metaOf({ outline: { frontMatter }, scene: { today } }: Assessment): Page["meta"] {
  const { asOf, resolves, authors, audiences, tlp, yardstick } = frontMatter;
  return {
    ...(asOf !== undefined && { asOf }),
    ...(resolves !== undefined && { resolves }),
    ...(today !== undefined && { checked: today }),
    authors,
    audiences,
    ...(tlp !== undefined && { tlp }),
    yardstick: yardstick.title,
  };
}

interface Chapters {
  readonly summary: readonly Block[];
  readonly sections: readonly PageSection[];
}

/** The views, each a section under the author's own heading; prose opens the page, the register of sources closes it. */
function chaptersOf({ parts }: Assessment, results: Results): Chapters {
  const prose = parts.filter(({ readsTheRest }) => readsTheRest).flatMap((part) => part.view(results));
  const firstHeading = prose.findIndex((block) => block.kind === "heading" && block.level === 2);
  const end = firstHeading === -1 ? prose.length : firstHeading;
  const own = parts.filter((part) => !part.readsTheRest && !isRegister(part)).toSorted((a, b) => firstSection(a).number - firstSection(b).number);
  const viewed = own.map((part) => sectionOf(headingOf(part), part.view(results)));
  return { summary: prose.slice(0, end), sections: uniqueIds([...viewed.slice(0, 1), ...proseSections(prose.slice(end)), ...viewed.slice(1)]) };
}

/** Sources are listed by the page itself. */
const isRegister = ({ declares }: OpenTechnique): boolean => declares.length > 0 && declares.every(({ kind }) => kind === "source");

const emptySection = { number: 0 };
function firstSection({ found }: OpenTechnique): { readonly number: number; readonly section?: Section } {
  const sections = Object.values(found.sections).flat().toSorted((a, b) => a.number - b.number);
  const section = sections[0];
  return section ? { number: section.number, section } : emptySection;
}

/** The author's heading, or the technique's title where its table stands in another section. */
function headingOf(part: OpenTechnique): string {
  const { section } = firstSection(part);
  return section && section.level > 0 ? plain(section.heading) : part.title;
}

const sectionOf = (title: string, blocks: readonly Block[]): PageSection => ({ id: headingKey(title).replaceAll(" ", "-") || "section", title, blocks: blocks.map((block) => withoutEcho(block, title)) });

/** A table whose caption only repeats the heading above it needs none. */
const withoutEcho = (block: Block, title: string): Block => (block.kind === "table" && headingKey(block.caption) === headingKey(title) ? { ...block, caption: "" } : block);

/** The ladder stands in the bottom line and is not drawn twice. */
const withoutLadder = (sections: readonly PageSection[]): readonly PageSection[] => sections.map((section) => ({ ...section, blocks: section.blocks.filter(({ kind }) => kind !== "scenario-ladder") })).filter(({ blocks }) => blocks.length > 0);

function proseSections(blocks: readonly Block[]): readonly PageSection[] {
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) sections.push({ title: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.filter(({ blocks: inside }) => inside.length > 0).map(({ title, blocks: inside }) => sectionOf(title, inside));
}

const uniqueIds = (sections: readonly PageSection[]): readonly PageSection[] =>
  sections.map((section, at) => (sections.findIndex(({ id }) => id === section.id) === at ? section : { ...section, id: `${section.id}-${at + 1}` }));

/** The first paragraph opens the page as its answer and is not said twice. */
const answerOf = (summary: readonly Block[]) => summary.find((block) => block.kind === "prose");
const withoutAnswer = (summary: readonly Block[]): readonly Block[] => {
  const answer = answerOf(summary);
  return summary.filter((block) => block !== answer);
};

function sourceOf({ id, title, facts = {} }: Declaration): PageSource {
  const reliability = readGrade(facts["reliability"] ?? "")?.reliability;
  const told = Object.fromEntries(["publisher", "date", "address", "origin"].flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])));
  return { key: id, title: facts["title"] ?? title, ...told, ...(reliability && { reliability }) };
}
