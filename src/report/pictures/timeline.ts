import { writtenDate } from "#kit/date";
import type { Timeline } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, told, type Picture } from "../figure.ts";
import { icon } from "../icons.ts";
import { inline } from "../inline-markup.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";
import { timeAxis, timeAxisMarkup } from "./time-axis.ts";

type Event = Timeline["events"][number];

/** Events by date: a strip on which time is drawn to scale, and below it the events in words. */
export function timeline(block: Timeline, page: Rendering): Picture {
  const events = block.events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(events),
    drawing: markup`${strip(block.caption, events)}<ol class="events">${events.map((event) => eventMarkup(event, page))}</ol>`,
    table: {
      caption: block.caption,
      head: ["Date", "ID", "What happened"],
      rows: events.map((event) => ({ cells: [when(event), event.id ?? "–", event.text] })),
    },
    long: events.length > 8,
  };
}

const when = ({ date, written }: Event): string => written ?? writtenDate(date);

function tell(events: readonly Event[]): string {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return "No event is recorded.";
  if (events.length === 1) return `One event: ${when(first)}.`;
  return `${events.length} events from ${when(first)} to ${when(last)}.`;
}

/** A mark for each event where its day stands; the time between events can be seen, their words are below. */
function strip(caption: string, events: readonly Event[]): Markup | false {
  const axis = timeAxis(events.map(({ date }) => date));
  if (!axis) return false;
  const marks = events.map(({ date, tone }) => markup`<line class="mark ${tone}" x1="${share(axis.at(date))}" x2="${share(axis.at(date))}" y1="4" y2="24"/>`);
  return markup`<svg class="strip" role="img" width="100%" height="44" overflow="visible">${told(caption, tell(events))}${timeAxisMarkup(axis, 24)}${marks}</svg>`;
}

function eventMarkup(event: Event, page: Rendering): Markup {
  const { date, id, text, tone } = event;
  return markup`<li class="event ${tone}"${page.anchors.attribute(id, markRank)}><time datetime="${date}">${when(event)}</time><span class="sign">${icon(tone)}</span><span class="text">${id !== undefined && idLabel(id, markRank, page)}${inline(text, page, id)}</span></li>
`;
}
