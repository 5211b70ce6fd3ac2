import { percent } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { AgreementMatrix } from "#model/block";
import { shownId, told, type Picture } from "../figure.ts";
import { markup, type Markup } from "../markup.ts";
import { rounded } from "../numbers.ts";

type Bloc = AgreementMatrix["blocs"][number];
type Member = Bloc["members"][number];

const cell = { width: 33, height: 24 };
/** Room for the names at the left and the labels above. */
const left = 172;
const top = 40;
/** Between blocs. */
const gap = 6;

/** A square of shares: how often the one of the row answers as the one of the column. */
export function agreementMatrix(block: AgreementMatrix): Picture {
  const members = block.blocs.flatMap((bloc) => bloc.members);
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(block, members),
    drawing: members.length === 0 ? markup`<p class="empty">Nothing to compare yet.</p>` : markup`<div class="scroll" role="group" tabindex="0" aria-label="${block.caption}">${draw(block, members)}</div><p class="key">The stronger the colour, the more alike. The same answer counts one, an abstention beside a yes or no one half; questions that one of the two did not answer do not count.</p>`,
    table: {
      caption: block.caption,
      head: ["Voter", ...members.map(labelOf)],
      rows: members.map(({ name }, row) => ({ cells: [name, ...members.map((_, column) => shareText(block.shares[row]?.[column]))] })),
    },
    long: members.length > 30,
  };
}

const labelOf = ({ id, name }: Member): string => shownId(id) ?? shortened(name, 12);
const shareText = (share: number | null | undefined): string => (share === null || share === undefined ? "–" : percent(share));

interface Pair {
  readonly one: string;
  readonly other: string;
  readonly share: number;
}

function tell({ shares, blocs }: AgreementMatrix, members: readonly Member[]): string {
  const pairs = members.flatMap(({ name: one }, row) => members.slice(row + 1).flatMap(({ name: other }, at): readonly Pair[] => {
    const share = shares[row]?.[row + 1 + at];
    return typeof share === "number" ? [{ one, other, share }] : [];
  }));
  const least = pairs.toSorted((a, b) => a.share - b.share)[0];
  if (!least) return "No two voted on the same question.";
  const alike = pairs.filter(({ share }) => share === 1).length;
  const groups = blocs.length > 1 ? `${blocs.map(({ title, members: own }) => `${title}: ${own.map(({ name }) => name).join(", ")}`).join("; ")}. ` : "";
  return `${groups}${alike} of ${pairs.length} pairs always answer alike; least alike are ${least.one} and ${least.other} (${percent(least.share)}).`;
}

/** Where each row and column begins: a gap stands between blocs. */
const placesOf = (blocs: readonly Bloc[], size: number): readonly number[] => {
  let at = 0;
  return blocs.flatMap(({ members }, bloc) => members.map(() => at++ * size + bloc * gap));
};

function draw(block: AgreementMatrix, members: readonly Member[]): Markup {
  const [xs, ys] = [placesOf(block.blocs, cell.width), placesOf(block.blocs, cell.height)];
  const [width, height] = [left + (xs.at(-1) ?? 0) + cell.width, top + (ys.at(-1) ?? 0) + cell.height];
  const heads = members.map((member, column) => markup`<text transform="translate(${rounded(left + (xs[column] ?? 0) + cell.width / 2 + 4)},${top - 6}) rotate(-45)">${labelOf(member)}</text>`);
  const rows = members.map(({ name }, row) => markup`<g transform="translate(${left},${top + (ys[row] ?? 0)})"><text class="row" x="-8" y="16">${shortened(name, 24)}</text>${members.map((_, column) => cellMarkup(block.shares[row]?.[column], xs[column] ?? 0, row === column))}</g>`);
  return markup`<svg class="agreement" role="img" width="${width + 24}" height="${height}" viewBox="0 0 ${width + 24} ${height}">${told(block.caption, tell(block, members))}${heads}${rows}</svg>`;
}

const box = markup`width="${cell.width - 1}" height="${cell.height - 1}"`;

function cellMarkup(share: number | null | undefined, x: number, isSelf: boolean): Markup {
  // A voter agrees with itself, which tells nothing; a group need not.
  if (isSelf && share === 1) return markup`<rect class="self" x="${x}" ${box}/>`;
  const middle = x + (cell.width - 1) / 2;
  if (typeof share !== "number") return markup`<rect class="never" x="${x}" ${box}/><text x="${middle}" y="16">–</text>`;
  // Never so strong that the number on it cannot be read.
  return markup`<rect class="alike" fill-opacity="${rounded(0.05 + 0.6 * share * share)}" x="${x}" ${box}/><text x="${middle}" y="16">${Math.round(share * 100)}</text>`;
}
