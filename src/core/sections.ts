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
  const byKey = new Map(roles.flatMap((role) => [role.role, ...role.headings].map((heading) => [headingKey(heading), role] as const)));
  const open: { readonly level: number; readonly role: SectionRole | undefined }[] = [];
  return outline.sections.map((section) => {
    while ((open.at(-1)?.level ?? -1) >= section.level) open.pop();
    const role = roleOf(section, byKey) ?? open.at(-1)?.role;
    open.push({ level: section.level, role });
    return role;
  });
}

function roleOf(section: Section, byKey: ReadonlyMap<string, SectionRole>): SectionRole | undefined {
  if (section.level === 0) return undefined;
  const named = section.heading.attributes.classes.map((name) => byKey.get(headingKey(name))).find((role) => role !== undefined);
  return named ?? byKey.get(headingKey(plain(section.heading)));
}

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
  const keys = new Set(firstColumns.map(headingKey));
  const tables = section.passages.filter((passage) => passage.kind === "table" && keys.has(headingKey(firstColumnOf(passage))));
  return tables.length > 0 ? [{ ...section, passages: tables }] : [];
}

function firstColumnOf({ columns }: Table): string {
  const names = columns.map(plain);
  return (headingKey(names[0] ?? "") === "id" ? names[1] : names[0]) ?? "";
}
