import { findingOf, type RuleDescription } from "#core/rule";
import { claimSections, firstColumnOf } from "#core/sections";
import { nearestTo } from "#kit/edit-distance";
import { keptFor, keptForBoth } from "#kit/kept";
import type { Finding } from "#model/finding";
import { headingKey, type SectionRole } from "#model/heading";
import type { Outline, Section, Table } from "#model/outline";
import { plain } from "#model/prose";

const why = "It is published as narrative: nothing in it is checked, and none of it counts for the forecast.";
const standard = "Rapporteur, how a section is known";

const unknownSection: RuleDescription = {
  name: "document/unknown-section",
  severity: "warning",
  what: "The section `{heading}` is not known; `{known}` is.",
  why,
  remedy: "Write `{known}`, if that is what is meant.",
  standard,
};
const unreadTable: RuleDescription = {
  name: "document/unread-table",
  severity: "warning",
  what: "The table of `{column}` under `{heading}` is not read, because the section is not known.",
  why,
  remedy: "Move it to the section `{known}`, or give its heading the class `{.{role}}`.",
  standard,
};

/** The rules about sections that no technique reads. */
export const sectionRules: readonly RuleDescription[] = [unknownSection, unreadTable];

/** Sections that no technique claims although their heading, or the ids and the first column of a table, are nearly those of one that is known. */
export function unknownSections(outline: Outline, roles: readonly SectionRole[]): readonly Finding[] {
  const claims = claimSections(outline, roles);
  const rest = outline.sections.filter(({ number, level }) => level > 0 && claims[number] === undefined);
  const misspelt = rest.flatMap((section) => misspeltHeading(roles, section));
  const claimed = new Set(claims);
  return [...misspelt, ...rest.flatMap((section) => strayTables(section, roles.filter((role) => claimed.has(role))))];
}

/** Headings by their keys, each as it is written. */
const knownHeadings = keptFor((roles: readonly SectionRole[]): ReadonlyMap<string, string> => new Map(roles.flatMap(({ headings }) => headings.map((heading) => [headingKey(heading), heading] as const))));

/** Headings of ordinary text that differ from a known one by a letter or by their number. */
const ordinary = new Set(["challenges", "conclusion", "development", "institution", "party", "position", "reading", "test"]);

/** Kept, because an edit leaves most sections the same. */
const misspeltHeading = keptForBoth((roles: readonly SectionRole[], { heading }: Section): readonly Finding[] => {
  const written = plain(heading);
  const known = ordinary.has(headingKey(written)) ? undefined : nearHeading(headingKey(written), knownHeadings(roles));
  return known === undefined ? [] : [findingOf(unknownSection, { span: heading.span, values: { heading: written, known } })];
});

/** The known heading of another number, or one slip away; two slips in a heading of at least eight letters. The first letter is seldom wrong. */
function nearHeading(key: string, headings: ReadonlyMap<string, string>): string | undefined {
  const counted = [`${key}s`, key.replace(/s$/u, ""), key.replace(/y$/u, "ies")].find((other) => headings.has(other));
  if (counted !== undefined) return headings.get(counted);
  if (key.length < 5) return undefined;
  const alike = Array.from(headings.keys()).filter((other) => other.charAt(0) === key.charAt(0));
  return headings.get(nearestTo(key, alike, key.length < 8 ? 1 : 2) ?? "");
}

/** Tables with a column of ids and a role's first column, where that role has a section of its own elsewhere. */
const strayTables = ({ heading, passages }: Section, roles: readonly SectionRole[]): readonly Finding[] =>
  passages.flatMap((passage) => (passage.kind === "table" && hasIds(passage) ? roles.flatMap((role) => strayTable(passage, role, plain(heading))) : []));

const hasIds = ({ columns: [first] }: Table): boolean => first !== undefined && headingKey(plain(first)) === "id";

function strayTable(table: Table, { firstColumns, headings, role }: SectionRole, heading: string): readonly Finding[] {
  const column = firstColumns.find((name) => headingKey(name) === firstColumnOf(table));
  return column === undefined ? [] : [findingOf(unreadTable, { span: { ...table.span, to: table.span.from }, values: { column, heading, role, known: headings[0] ?? role } })];
}
