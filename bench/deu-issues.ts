import type { Contender } from "#bargaining/challenge/sites";
import type { Claim } from "#bargaining/forums/compromise";

/** An issue of DEU III: who wanted what, on a scale from 0 to 1, how much it mattered to them, and what was decided. */
export interface DeuIssue {
  readonly proposal: string;
  readonly wants: readonly { readonly actor: string; readonly position: number; readonly salience: number }[];
  readonly outcome: number;
}

/** How capabilities and salience become weights. */
export interface Weighting {
  /** The power of a state's population that is its capability. */
  readonly populationPower: number;
  /** Capabilities of Commission and Parliament, as shares of all states together. */
  readonly commission: number;
  readonly parliament: number;
  readonly saliencePower: number;
}

/** Root of the population, a tenth of the Council each for Commission and Parliament, times salience. */
export const usualWeighting: Weighting = { populationPower: 0.5, commission: 0.1, parliament: 0.1, saliencePower: 1 };

/** Millions of inhabitants about 2010, rounded: a fact typed in, not a part of the data. */
const millions: Readonly<Record<string, number>> = { at: 8.4, be: 10.8, bu: 7.4, cr: 4.3, cy: 0.8, cz: 10.5, dk: 5.5, ee: 1.3, fi: 5.4, fr: 64.7, de: 81.8, el: 11.1, hu: 10, ie: 4.5, it: 59.2, lv: 2.1, lt: 3.1, lu: 0.5, mt: 0.4, nl: 16.6, pl: 38, pt: 10.6, ro: 20.3, si: 2, sk: 5.4, es: 46.5, se: 9.3, uk: 62.5 };

/** The issues with an outcome. A position without a salience is that of an actor of middling salience, not of one without a say. */
export function readDeuIssues(text: string): readonly DeuIssue[] {
  const [head = [], , ...rows] = text.trim().split("\n").map((line) => line.split("\t").map((cell) => cell.replaceAll('"', "").trim()));
  const at = (name: string): number => head.indexOf(name);
  const actors = ["com", "ep", ...Object.keys(millions)];
  return rows.flatMap((row) => {
    const number = (name: string): number => (row[at(name)] ? Number(row[at(name)]) : Number.NaN);
    const wants = actors.flatMap((actor) => {
      const [position, salience] = [number(`p${actor}`), number(`s${actor}`)];
      return Number.isFinite(position) ? [{ actor, position: position / 100, salience: Number.isFinite(salience) ? salience / 100 : 0.5 }] : [];
    });
    const outcome = number("out");
    return Number.isFinite(outcome) && wants.length > 0 ? [{ proposal: row[at("prnr")] ?? "", wants, outcome: outcome / 100 }] : [];
  });
}

export const claimsOf = (issue: DeuIssue, weighting: Weighting): readonly Claim[] => contendersOf(issue, weighting).map(({ position, salience, capability }) => ({ position, weight: salience ** weighting.saliencePower * capability }));

export function contendersOf({ wants }: DeuIssue, { populationPower, commission, parliament }: Weighting): readonly Contender[] {
  const council = Object.values(millions).reduce((sum, million) => sum + million ** populationPower, 0);
  const capability = (actor: string): number => (actor === "com" ? commission * council : actor === "ep" ? parliament * council : (millions[actor] ?? 0) ** populationPower);
  return wants.map(({ actor, position, salience }) => ({ position, salience, capability: capability(actor) }));
}
