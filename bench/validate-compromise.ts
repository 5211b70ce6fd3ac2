import { compromiseOf, textForecast, type Claim, type TextModel } from "#bargaining/forums/compromise";
import { parametersWith } from "#bargaining/forums/parameters";
import { seededRandom } from "#kit/random";
import type { ValidationPart } from "./validate-votes.ts";
import { dataText } from "./votes-data.ts";

/** An issue of DEU III: who wanted what, on a scale from 0 to 1, and what was decided. */
interface Issue {
  readonly proposal: string;
  readonly claims: readonly Claim[];
  readonly outcome: number;
}

/** Millions of inhabitants about 2010. */
const millions: Readonly<Record<string, number>> = { at: 8.4, be: 10.8, bu: 7.4, cr: 4.3, cy: 0.8, cz: 10.5, dk: 5.5, ee: 1.3, fi: 5.4, fr: 64.7, de: 81.8, el: 11.1, hu: 10, ie: 4.5, it: 59.2, lv: 2.1, lt: 3.1, lu: 0.5, mt: 0.4, nl: 16.6, pl: 38, pt: 10.6, ro: 20.3, si: 2, sk: 5.4, es: 46.5, se: 9.3, uk: 62.5 };
const council = Object.values(millions).reduce((sum, million) => sum + Math.sqrt(million), 0);

/** Capability: the root of the population; Commission and Parliament a tenth of the Council each. */
const capabilityOf = (actor: string): number => (actor === "com" || actor === "ep" ? council / 10 : Math.sqrt(millions[actor] ?? 0));

function readIssues(text: string): readonly Issue[] {
  const [head = [], , ...rows] = text.trim().split("\n").map((line) => line.split("\t").map((cell) => cell.replaceAll('"', "").trim()));
  const at = (name: string): number => head.indexOf(name);
  const actors = head.filter((name) => /^p(?:com|ep|[a-z]{2})$/u.test(name) && name !== "prnr").map((name) => name.slice(1)).filter((actor) => at(`s${actor}`) >= 0);
  return rows.flatMap((row) => {
    const number = (name: string): number => (row[at(name)] ? Number(row[at(name)]) : Number.NaN);
    const claims = actors.flatMap((actor): readonly Claim[] => {
      const [position, salience] = [number(`p${actor}`), number(`s${actor}`)];
      return Number.isFinite(position) && Number.isFinite(salience) ? [{ position: position / 100, weight: (salience / 100) * capabilityOf(actor) }] : [];
    });
    const outcome = number("out");
    return Number.isFinite(outcome) && claims.length > 0 ? [{ proposal: row[at("prnr")] ?? "", claims, outcome: outcome / 100 }] : [];
  });
}

const grid = Array.from({ length: 1001 }, (_, step) => step / 1000);
const points = (value: number): string => (value * 100).toFixed(2);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Continuous ranked probability score of a distribution on the scale: the integral of (F(x) - [x at or above the outcome])². */
const rankedScore = (below: readonly number[], outcome: number): number => below.reduce((sum, chance, step) => sum + (chance - ((grid[step] ?? 0) >= outcome ? 1 : 0)) ** 2, 0) / (grid.length - 1);

const scoreOf = (issues: readonly Issue[], model: TextModel): number => mean(issues.map(({ claims, outcome }) => rankedScore(textForecast(claims, model, grid), outcome)));

/** Ten parts by proposal, so that no proposal stands on both sides. */
function foldsOf(issues: readonly Issue[], seed: number): readonly (readonly Issue[])[] {
  const random = seededRandom(seed);
  const parts = new Map([...new Set(issues.map(({ proposal }) => proposal))].map((proposal) => [proposal, Math.floor(random() * 10)]));
  return Array.from({ length: 10 }, (_, part) => issues.filter(({ proposal }) => parts.get(proposal) === part));
}

interface CrossValidation {
  readonly score: number;
  readonly covered: number;
  readonly width: number;
}

/** Errors of the other parts choose the model and widen its interval (split conformal: the compromise plus and minus the quantile of absolute errors). */
function crossValidate(issues: readonly Issue[], models: readonly TextModel[], level: number): CrossValidation {
  const scores: number[] = [];
  const inside: number[] = [];
  const widths: number[] = [];
  for (const fold of foldsOf(issues, 20261125)) {
    const others = issues.filter((issue) => !fold.includes(issue));
    const [best] = models.map((model) => ({ model, score: models.length > 1 ? scoreOf(others, model) : 0 })).toSorted((one, other) => one.score - other.score);
    const errors = others.map(({ claims, outcome }) => Math.abs(outcome - compromiseOf(claims))).toSorted((one, other) => one - other);
    const reach = errors[Math.min(errors.length - 1, Math.ceil(level * (errors.length + 1)) - 1)] ?? 1;
    for (const { claims, outcome } of fold) {
      const centre = compromiseOf(claims);
      if (best) scores.push(rankedScore(textForecast(claims, best.model, grid), outcome));
      inside.push(Math.abs(outcome - centre) <= reach ? 1 : 0);
      widths.push(Math.min(1, centre + reach) - Math.max(0, centre - reach));
    }
  }
  return { score: mean(scores), covered: mean(inside), width: mean(widths) };
}

const median = (claims: readonly Claim[]): number => {
  const ordered = claims.toSorted((one, other) => one.position - other.position);
  const half = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  return ordered.find(({ weight }) => (passed += weight) >= half)?.position ?? 0.5;
};

/** The compromise as the content of a text, on decisions of the EU. */
export function compromisePart(): ValidationPart {
  const title = "Content of a text, DEU III";
  const text = dataText("deu/deu3.tsv");
  if (text === undefined) return { title, text: "Left out: deu/deu3.tsv is not there. Put the files under `../shared/data` or name their folder in `RAPPORTEUR_DATA`." };
  const issues = readIssues(text);
  const errorOf = (guess: (claims: readonly Claim[]) => number): string => points(mean(issues.map(({ claims, outcome }) => Math.abs(outcome - guess(claims)))));
  const unweighted = (claims: readonly Claim[]): number => mean(claims.map(({ position }) => position));
  const rows = [["compromise: salience times root of population", errorOf(compromiseOf)], ["mean of the positions", errorOf(unweighted)], ["median by the same weights", errorOf(median)], ["always 50", errorOf(() => 0.5)]];
  const normal = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4].map((textError) => ({ textError, heldText: 0 }));
  const mixture = [0.1, 0.15, 0.2, 0.25].flatMap((textError) => [0.3, 0.4, 0.5, 0.6, 0.7].map((heldText) => ({ textError, heldText })));
  const { textError, heldText } = parametersWith({});
  const [ofNormal, ofMixture, ofDefault] = [crossValidate(issues, normal, 0.8), crossValidate(issues, mixture, 0.8), crossValidate(issues, [{ textError, heldText }], 0.8)];
  const scores = [
    ["compromise as a point", errorOf(compromiseOf)],
    ["normal about it, width chosen", points(ofNormal.score)],
    ["normal about it and held positions, both chosen", points(ofMixture.score)],
    [`the simulation's defaults (\`textError\` ${textError}, \`heldText\` ${heldText})`, points(ofDefault.score)],
  ];
  const list = (head: string, lines: readonly (readonly string[])[]): string => `| ${head} |\n|---|---|\n${lines.map((line) => `| ${line.join(" | ")} |`).join("\n")}`;
  return {
    title,
    text: `${issues.length} issues with an outcome, on a scale from 0 to 100; ten parts by proposal, whatever is chosen is chosen on the other nine.\n\n${list("guess | mean absolute error", rows)}\n\n${list("distribution | CRPS", scores)}\n\nThe interval of 80 % about the compromise that the errors of the other parts give (split conformal) covers ${points(ofMixture.covered)} % at a mean width of ${points(ofMixture.width)}.`,
  };
}
