import type { Statement } from "#bayes/statement";

/** Reads `STATE > STATE`, `STATE >= 0.6` or `STATE < 60%`; or says in one sentence what is wrong with it. */
export function readStatement(text: string, target: string, states: readonly string[]): Statement | { readonly problem: string } {
  const trimmed = text.trim();
  for (const state of states.toSorted((a, b) => b.length - a.length)) {
    const [, sign, rest] = trimmed.startsWith(state) ? (/^\s*(>=|<=|≥|≤|>|<)\s*(.+)$/u.exec(trimmed.slice(state.length)) ?? []) : [];
    if (sign === undefined || rest === undefined) continue;
    const than = readOther(rest, state, states);
    if (than) return { state, than, direction: /^[>≥]/u.test(sign) ? "above" : "below", strict: sign === ">" || sign === "<" };
  }
  return { problem: `\`${text}\` is no statement about ${target}; write it like \`${states[0] ?? "yes"} > ${states[1] ?? "no"}\` or \`${states[0] ?? "yes"} >= 0.6\`. Its states are ${states.join(", ")}.` };
}

function readOther(text: string, state: string, states: readonly string[]): Statement["than"] | undefined {
  if (states.includes(text)) return text === state ? undefined : { kind: "state", state: text };
  const value = /^[\d.]+(?:e-?\d+)?%?$/iu.test(text) ? Number(text.replace("%", "")) / (text.endsWith("%") ? 100 : 1) : Number.NaN;
  return value >= 0 && value <= 1 ? { kind: "probability", value } : undefined;
}
