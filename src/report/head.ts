import { markup, trusted, type Markup } from "./markup.ts";
import { styleSheet } from "./style/style-sheet.ts";

/** A label of the Traffic Light Protocol, version 2.0 (FIRST). */
export interface TlpLabel {
  readonly text: string;
  readonly colour: "red" | "amber" | "green" | "clear";
}

const tlpLabels: Readonly<Record<string, TlpLabel>> = {
  RED: { text: "TLP:RED", colour: "red" },
  AMBER: { text: "TLP:AMBER", colour: "amber" },
  "AMBER+STRICT": { text: "TLP:AMBER+STRICT", colour: "amber" },
  GREEN: { text: "TLP:GREEN", colour: "green" },
  CLEAR: { text: "TLP:CLEAR", colour: "clear" },
  WHITE: { text: "TLP:CLEAR", colour: "clear" },
};

/** Reads `AMBER` and `TLP:AMBER`; another marking is shown as it is written, in plain colours. */
export function tlpLabel(written: string | undefined): TlpLabel | undefined {
  const name = written?.trim() ?? "";
  if (name === "") return undefined;
  return tlpLabels[name.toUpperCase().replace(/^TLP:\s*/u, "")] ?? { text: name, colour: "clear" };
}

// Forbids the page to load or run anything but its own style: a second fence behind the escaping.
const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`;

// Only the script that carries it runs: handlers and scripts that a document might smuggle in do not.
const scriptNonce = "rapporteur";

/**
 * A finished page with a script of our own before its end, for pages that a local server shows while their document is
 * being written. The policy is widened to that script and its server; published pages never carry one.
 */
export const withScript = (page: string, script: string): string =>
  page.replace(contentPolicy, contentPolicy.replace("style-src", `script-src 'nonce-${scriptNonce}'; connect-src 'self'; style-src`)).replace(/<\/body>\s*<\/html>\s*$/u, () => `<script nonce="${scriptNonce}">${script}</script>\n</body>\n</html>\n`);

/** The head of a page: nothing in it leads anywhere. The title and the marking are repeated on every printed sheet. */
export const headMarkup = ({ title, version, tlp }: { readonly title: string; readonly version?: string; readonly tlp?: TlpLabel }): Markup =>
  markup`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${trusted(contentPolicy)}
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${version === undefined ? "Rapporteur" : `Rapporteur ${version}`}">
<title>${title}</title>
<style>${trusted(styleSheet)}
@page{@top-left{content:"${trusted(styleText(title))}"}@top-right{content:"${trusted(styleText(tlp?.text ?? ""))}"}}</style>
</head>`;

/** A text as it stands in a string of a style sheet: everything but letters, digits and spaces as an escape. */
const styleText = (text: string): string => text.replace(/[^\p{Letter}\p{Number} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `);
