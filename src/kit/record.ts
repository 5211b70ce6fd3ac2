/** True for what a text of JSON or YAML holds as a mapping of names to values. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
