import { layoutStyle } from "./layout.ts";
import { customProperties, dark, light, seriesCount } from "./palette.ts";
import { paperStyle } from "./paper.ts";
import { pictureStyle } from "./pictures.ts";
import { cardStyle } from "./cards.ts";
import { textStyle } from "./text.ts";
import { voteStyle } from "./votes.ts";

// Light is for every medium, dark for screens only: a page printed from a dark screen is still black on white.
const schemes = `:root{color-scheme:light;${customProperties(light)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${customProperties(dark)}}}`;

const seriesStyle = [...Array(seriesCount).keys()].map((index) => `.series-${index + 1}{--series:var(--series-${index + 1})}`).join("") + ".series-residual{--series:var(--residual)}";

const toneStyle = (["note", "good", "watch", "alarm"] as const).map((tone) => `.${tone}{--tone:var(--${tone});--ground:var(--${tone}-ground)}`).join("");

/** Everything a page needs to look as it should, in one piece. */
export const styleSheet = [schemes, seriesStyle, toneStyle, layoutStyle, textStyle, pictureStyle, cardStyle, voteStyle, paperStyle].join("\n").replace(/\n\s+/gu, "\n");
