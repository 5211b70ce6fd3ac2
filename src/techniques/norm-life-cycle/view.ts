import { shownDate } from "#core/read-cell";
import { writtenDate } from "#kit/date";
import { percent } from "#kit/number-text";
import { groupBy } from "#kit/group";
import type { Block } from "#model/block";
import { comparisons, latestShare, shareOf, tippingShare, type Comparison, type Share } from "./read-share.ts";
import type { NormLifeCycle } from "./schema.ts";

/** The lens as facts, the stage stated beside the stage that the count implies, the series and the critical states. */
export function view(part: NormLifeCycle): readonly Block[] {
  return [...factsOf(part), ...verdicts(part), ...curvesOf(part), ...seriesOf(part), ...criticalOf(part), ...part.remarks.map((text): Block => ({ kind: "prose", text: text.source }))];
}

function factsOf({ norms, identities, entrepreneurs, meaning, stage }: NormLifeCycle): readonly Block[] {
  const terms = [
    ["Operative norms", norms],
    ["Identities", identities],
    ["Norm entrepreneurs", entrepreneurs],
    ["Intersubjective meaning", meaning],
    ["Stage, as stated", stage],
  ] as const;
  const entries = terms.flatMap(([term, part]) => (part ? [{ term, text: part.texts.map(({ source }) => source).join(" ") }] : []));
  return entries.length > 0 ? [{ kind: "facts", entries }] : [];
}

/** Beside each stated stage the one implied; where none is stated, what the count implies alone. */
function verdicts(part: NormLifeCycle): readonly Block[] {
  const compared = comparisons(part);
  const share = latestShare(part.series);
  if (compared.length > 0) return compared.map(verdict);
  return share ? [{ kind: "callout", tone: "note", title: `The count implies ${share.implies}`, text: `${countText(share)} ${caveat}` }] : [];
}

const verdict = ({ stated, share, agrees }: Comparison): Block => ({
  kind: "callout",
  tone: agrees ? "good" : "watch",
  title: agrees ? `Stated ${stated.stage}; the count agrees` : `Stated ${stated.stage}; the count implies ${share.implies}`,
  text: `${countText(share)} ${stated.stage === "internalization" ? "Internalization cannot be read from a count." : caveat}`,
});

const countText = ({ adopters, population, share, day }: Share): string =>
  `${adopters} of ${population} (${percent(share)}) have adopted${day === undefined ? "" : ` by ${writtenDate(day)}`}; one third would be ${Math.ceil(population / 3)}.`;
const caveat = "One third is where norms tend to tip (Finnemore and Sikkink 1998, p. 901), not a law; critical states count for more than numbers.";

/** The counts with a day, norm by norm, against the line at which norms tend to tip. */
function curvesOf({ series }: NormLifeCycle): readonly Block[] {
  return Array.from(groupBy(series, ({ norm }) => norm), ([norm, rows]) => {
    const points = rows.flatMap((row) => {
      const counted = shareOf(row);
      return counted?.day === undefined ? [] : [{ date: counted.day, adopters: counted.adopters, population: counted.population }];
    });
    return { kind: "adoption-curve" as const, caption: norm === "" ? "Adoption against the tipping point" : `Adoption of ${norm} against the tipping point`, points, tipping: { share: tippingShare, label: "one third" } };
  }).filter(({ points }) => points.length > 0);
}

function seriesOf({ series }: NormLifeCycle): readonly Block[] {
  if (series.length === 0) return [];
  const rows = series.map((row) => ({
    cells: [
      row.date ? shownDate(row.date) : "",
      row.adopters?.written ?? "",
      row.population?.written ?? "",
      shareCell(shareOf(row)),
      row.sources.map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`).join(" "),
    ],
  }));
  return [{ kind: "table", caption: "Adoption", head: ["Date", "Adopters", "Population", "Share", "Source"], rows }];
}

const shareCell = (share: Share | undefined) => (share ? { probability: share.share } : "");

function criticalOf({ critical }: NormLifeCycle): readonly Block[] {
  if (critical.length === 0) return [];
  return [{ kind: "table", caption: "Critical states", head: ["State", "Where it stands"], rows: critical.map(({ name, stand }) => ({ cells: [name, stand?.source ?? ""] })) }];
}
