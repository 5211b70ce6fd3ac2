import { keptFor } from "#kit/kept";
import { headingKey, type SectionRole } from "#model/heading";
import type { Outline, Section, Table } from "#model/outline";
import { plain } from "#model/prose";

/** Which role each section of a document plays; undefined where none of the roles claims it. */
export type Claims = readonly (SectionRole | undefined)[];

/**
 * Gives every section to the role that its heading (or an explicit class such as `{.indicators}`) names;
 * a subsection goes with the nearest section above it that was claimed.
 */
export function claimSections(outline: Outline, roles: readonly SectionRole[]): Claims {
  const byKey = rolesByKey(roles);
  const open: { readonly level: number; readonly role: SectionRole | undefined }[] = [];
  return outline.sections.map((section) => {
    while ((open.at(-1)?.level ?? -1) >= section.level) open.pop();
    const role = roleOf(section, byKey) ?? open.at(-1)?.role;
    open.push({ level: section.level, role });
    return role;
  });
}

/** Kept, because the roles are the same for every document. */
const rolesByKey = keptFor((roles: readonly SectionRole[]): ReadonlyMap<string, SectionRole> => new Map(roles.flatMap((role) => [role.role, ...role.headings].map((heading) => [headingKey(heading), role] as const))));

function roleOf(section: Section, byKey: ReadonlyMap<string, SectionRole>): SectionRole | undefined {
  if (section.level === 0) return undefined;
  return claimKeys(section).map((key) => byKey.get(key)).find((role) => role !== undefined);
}

/** What a section may be claimed by: its classes, then its heading. Kept, because an edit leaves most sections the same. */
const claimKeys = keptFor(({ heading }: Section): readonly string[] => [...heading.attributes.classes, plain(heading)].map(headingKey));

/**
 * The sections claimed for each of the given roles, in the order of the document; for a role that no section is headed
 * by, the tables whose first column says that they are its own, each in the section where it stands.
 */
export function sectionsFor(outline: Outline, claims: Claims, roles: readonly SectionRole[]): Readonly<Record<string, readonly Section[]>> {
  const belongs = (role: SectionRole) => outline.sections.filter((_, number) => claims[number] === role);
  return Object.fromEntries(
    roles.map((role) => {
      const sections = belongs(role);
      return [role.role, sections.length > 0 ? sections : outline.sections.flatMap((section) => strayTables(section, role))];
    }),
  );
}

/** The section with nothing in it but the tables that are a role's own; none where there are none. */
function strayTables(section: Section, { firstColumns }: SectionRole): readonly Section[] {
  if (firstColumns.length === 0) return [];
  const keys = keysOf(firstColumns);
  const tables = section.passages.filter((passage) => passage.kind === "table" && keys.has(firstColumnOf(passage)));
  return tables.length > 0 ? [{ ...section, passages: tables }] : [];
}

const keysOf = keptFor((names: readonly string[]): ReadonlySet<string> => new Set(names.map(headingKey)));

/** The key of the first column behind an ID column; kept, because every role asks. */
export const firstColumnOf = keptFor(({ columns }: Table): string => {
  const [first = "", second = ""] = columns.slice(0, 2).map((column) => headingKey(plain(column)));
  return first === "id" ? second : first;
});
