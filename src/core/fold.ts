import { groupBy } from "#kit/group";
import { keptFor } from "#kit/kept";
import { claimSections, sectionsFor, type Claims } from "#core/sections";
import { emptyPiece, type NetworkPiece, type Situation } from "#core/network-piece";
import type { Found, OpenTechnique, Scene, Technique } from "#core/technique";
import { nameFindings } from "#core/name-findings";
import type { Finding } from "#model/finding";
import type { Declaration, Names, Reference } from "#model/names";
import type { Outline, Section } from "#model/outline";

/** Opens every technique that the document uses; one whose sections are the very same as in `previous` is used again. */
export function openAll(techniques: readonly Technique[], outline: Outline, previous: readonly OpenTechnique[] = []): readonly OpenTechnique[] {
  const claims = claimSections(outline, rolesOf(techniques));
  const before = new Map(previous.map((part) => [part.id, part]));
  return techniques.flatMap((technique) => {
    const sections = { ...sectionsFor(outline, claims, technique.roles), ...restFor(technique, outline, claims) };
    const found = { sections, document: outline.frontMatter };
    const opened = before.get(technique.id);
    if (opened && sameFound(opened.found, found)) return [opened];
    const used = Object.values(sections).some((list) => list.length > 0);
    return used ? [technique.open(found)] : [];
  });
}

const rolesOf = keptFor((techniques: readonly Technique[]) => techniques.flatMap(({ roles }) => roles));

const sameFound = (a: Found<string>, b: Found<string>): boolean =>
  a.document === b.document &&
  Object.entries(b.sections).every(([role, sections]) => {
    const others = a.sections[role];
    return others?.length === sections.length && sections.every((section, at) => section === others[at]);
  });

function restFor(technique: Technique, outline: Outline, claims: Claims): Readonly<Record<string, readonly Section[]>> {
  if (technique.readsTheRest === undefined) return {};
  const rest = technique.roles.find(({ role }) => role === technique.readsTheRest);
  return { [technique.readsTheRest]: outline.sections.filter((_, number) => claims[number] === undefined || claims[number] === rest) };
}

/** Everything declared and used, by id. Of two declarations of one id the first in the document counts. */
export function namesOf(parts: readonly OpenTechnique[]): Names {
  const declared = parts.flatMap((part) => part.declares).toSorted(inDocumentOrder);
  const byId = new Map<string, Declaration>();
  for (const declaration of declared) if (!byId.has(declaration.id)) byId.set(declaration.id, declaration);
  const byKind = groupBy(Array.from(byId.values()), ({ kind }) => kind);
  const byTarget = groupBy(parts.flatMap((part) => part.refers), (reference) => reference.id);
  return {
    find: (id) => byId.get(id),
    all: (kind) => byKind.get(kind) ?? [],
    references: (id) => byTarget.get(id) ?? [],
  };
}

const inDocumentOrder = (a: Declaration | Reference, b: Declaration | Reference): number =>
  a.span.section - b.span.section || a.span.from - b.span.from;

/** All findings, in the order of the document. */
export const checkAll = (parts: readonly OpenTechnique[], scene: Scene): readonly Finding[] =>
  [...nameFindings(parts, scene.names), ...parts.flatMap((part) => part.check(scene))].toSorted(
    (a, b) => a.span.section - b.span.section || a.span.from - b.span.from || a.span.to - b.span.to || compareText(a.rule, b.rule),
  );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The parts that contribute to the network; the list of before itself where they are the same. */
export function contributorsAmong(parts: readonly OpenTechnique[], previous: readonly OpenTechnique[] = []): readonly OpenTechnique[] {
  const contributors = parts.filter(({ contributes }) => contributes);
  return contributors.length === previous.length && contributors.every((part, at) => part === previous[at]) ? previous : contributors;
}

/** The pieces of all techniques as one. */
export function networkOf(parts: readonly OpenTechnique[], situation: Situation): NetworkPiece {
  const pieces = parts.map((part) => part.network(situation));
  const merge = <Key extends keyof NetworkPiece>(key: Key): NetworkPiece[Key][number][] => pieces.flatMap((piece) => [...piece[key]]);
  return {
    ...emptyPiece,
    variables: merge("variables"),
    opinions: merge("opinions"),
    evidence: merge("evidence"),
    watched: merge("watched"),
    dependents: merge("dependents"),
    notes: merge("notes"),
  };
}
