/**
 * The colours of a page, by name, for light and dark. Text colours reach a contrast of 4.5:1 on every ground they
 * stand on, and the series colours stay apart for readers who confuse red and green or blue and yellow: a test
 * computes both.
 */
export interface Scheme {
  /** Grounds: the page, a card on it, a track or a stripe in it. */
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  /** Text. */
  readonly ink: string;
  readonly muted: string;
  readonly link: string;
  /** Hair lines between things, and lines that carry meaning (3:1). */
  readonly line: string;
  readonly rule: string;
  /** One per scenario or hypothesis; the last is for the residual. */
  readonly series: readonly string[];
  readonly residual: string;
  /** Answers to a roll call: grounds for yes and no, the stripes of an abstention, the dots of an absence. */
  readonly votes: Readonly<Record<"yes" | "no" | "abstain" | "absent", string>>;
  readonly tones: Readonly<Record<"note" | "good" | "watch" | "alarm", { readonly ink: string; readonly ground: string }>>;
}

export const light: Scheme = {
  paper: "#fbfaf7",
  surface: "#ffffff",
  sunken: "#f1eee8",
  ink: "#1b2029",
  muted: "#555c68",
  link: "#0f4c92",
  line: "#ddd8ce",
  rule: "#7d838e",
  series: ["#1946c1", "#ab4e06", "#2c7555", "#522e7d", "#69431c"],
  residual: "#5f6478",
  votes: { yes: "#3b74b9", no: "#75101c", abstain: "#a65a00", absent: "#737985" },
  tones: {
    note: { ink: "#1c4f8f", ground: "#e6eef8" },
    good: { ink: "#1b5e3f", ground: "#e3f1e8" },
    watch: { ink: "#774700", ground: "#fbeed3" },
    alarm: { ink: "#981b1b", ground: "#fbe6e3" },
  },
};

export const dark: Scheme = {
  paper: "#13161b",
  surface: "#1b1f26",
  sunken: "#262b34",
  ink: "#e9e7e2",
  muted: "#a9b0bb",
  link: "#8fbcf8",
  line: "#363c47",
  rule: "#7f8794",
  series: ["#7297ff", "#ed8e50", "#47b98c", "#ad9adb", "#f6dc74"],
  residual: "#94b5c1",
  votes: { yes: "#4f86cf", no: "#ffc4b8", abstain: "#dc9a3c", absent: "#8b94a3" },
  tones: {
    note: { ink: "#9cc4f5", ground: "#1d2c3f" },
    good: { ink: "#86d3ab", ground: "#173025" },
    watch: { ink: "#f0c674", ground: "#372b13" },
    alarm: { ink: "#ffa59d", ground: "#3e1d1c" },
  },
};

/** How many scenarios have a colour of their own before colours repeat. */
export const seriesCount = light.series.length;

/** The scheme as custom properties: `--paper:#fff;--series-1:...;--note:...;--note-ground:...`. */
export function customProperties(scheme: Scheme): string {
  const { series, tones, votes, ...plain } = scheme;
  const pairs = [
    ...Object.entries(plain),
    ...series.map((colour, index): [string, string] => [`series-${index + 1}`, colour]),
    ...Object.entries(votes).map(([answer, colour]): [string, string] => [`vote-${answer}`, colour]),
    ...Object.entries(tones).flatMap(([tone, { ink, ground }]): [string, string][] => [
      [tone, ink],
      [`${tone}-ground`, ground],
    ]),
  ];
  return pairs.map(([name, value]) => `--${name}:${value}`).join(";");
}
