/** Puts values into a sentence: `{id} has no threshold` with id I1 gives `I1 has no threshold`. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
