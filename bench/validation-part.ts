/** A part of the validation: Markdown under a heading, or why it was left out. */
export interface ValidationPart {
  readonly title: string;
  readonly text: string;
}

/** What stands where a part cannot be measured. */
export const skipped = (what: string): string => `Left out: ${what} is not there. Put the files under \`../shared/data\` or name their folder in \`RAPPORTEUR_DATA\`.`;

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
