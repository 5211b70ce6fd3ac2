import type { Tone } from "#model/block";
import { markup, trusted, type Markup } from "./markup.ts";

/** Small signs that stand beside a word and never replace it: drawn on 16 by 16, hidden from screen readers. */
const shapes = {
  note: '<circle cx="8" cy="8" r="6.5"/><path d="M8 7.2v4M8 4.8v.1"/>',
  good: '<circle cx="8" cy="8" r="6.5"/><path d="m5.2 8.3 2 2 3.7-4.4"/>',
  watch: '<path d="M8 2 14.5 13.5h-13z"/><path d="M8 6.6v3.2M8 11.7v.1"/>',
  alarm: '<path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z"/><path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>',
  flag: '<path d="M3.5 14.5v-13M3.5 2.5h9l-2.3 3 2.3 3h-9" />',
  clock: '<circle cx="8" cy="8" r="6.5"/><path d="M8 4.3V8l2.6 1.8"/>',
  open: '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.6 2.5"/>',
  quiet: '<circle cx="8" cy="8" r="6.5"/><path d="M4.8 8h6.4"/>',
  barred: '<circle cx="8" cy="8" r="6.5"/><path d="m3.6 12.4 8.8-8.8"/>',
  rising: '<path d="M2 13.5h12M3 10.5l4-4 2.4 2.4L13.5 4M10.2 3.5h3.5V7"/>',
} as const;

export type IconName = keyof typeof shapes;

export const icon = (name: IconName): Markup =>
  markup`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${trusted(shapes[name])}</svg>`;

/** A word with the sign and the colour of its tone. */
export const badge = (text: string, tone: Tone, sign: IconName = tone): Markup => markup`<span class="badge ${tone}">${icon(sign)}${text}</span>`;
