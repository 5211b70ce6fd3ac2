import { memberFacts } from "#core/negotiation/forum-members";
import { readDate, saying, type WrittenDate } from "#core/read-cell";
import { elementFor, elementsIn, type Element } from "#core/read-elements";
import { citedSources, distinct, identify, mentionedIds } from "#core/read-ids";
import { itemEntry } from "#core/read-items";
import { headingSpan, linesIn, paragraphsIn } from "#core/read-lines";
import { entriesOf } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { CalendarDate } from "#kit/date";
import type { Declaration, Reference } from "#model/names";
import type { Attributes, Passage, Prose, Section } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import { readRule, ruleText } from "./read-rule.ts";
import type { Forum, Forums, Members } from "./schema.ts";

/** The columns of a table of forums, with the names they go by. */
export const columns = {
  id: ["ID", "Key", "No", "No.", "Code"],
  forum: ["Forum", "Body", "Venue", "Institution", "Track", "Process", "Conference", "Name"],
  rule: ["Rule", "Decision rule", "Decides by", "Voting rule", "Decision-making", "Decision making", "How it decides", "Decisions"],
  members: ["Members", "Membership", "Member states", "Participants", "Parties", "Who"],
  session: ["Next session", "Next meeting", "Session", "Sessions", "Meets", "Next", "Dates", "Next round", "Meeting", "Next date"],
  fallback: ["Fallback", "If it fails", "If there is no agreement", "Without agreement", "Failing agreement", "Default", "Reversion", "Status quo", "If not"],
  source: ["Source", "Sources", "Citation", "Citations", "Reference"],
} as const;
type Column = keyof typeof columns;
type Cells = Readonly<Partial<Record<Column, Prose>>>;

/** Forums from rows of a table, list items with nested lines, or subsections with lines such as `Rule: consensus`. */
export function read({ sections, document }: Found<"forums">): Reading<Forums> {
  const headed = sections.forums.filter(isForum);
  const others = sections.forums.filter((section) => !headed.includes(section));
  const drafts = [...others.flatMap(({ passages }) => passages.flatMap((passage) => forumsIn(passage, document.asOf))), ...headed.map((section) => headedForum(section, document.asOf))];
  const forums = [...distinct(drafts)];
  const remarks = [...paragraphsIn(others)];
  return {
    part: { forums, remarks, heading: headingSpan(sections.forums) },
    declares: forums.map(declarationOf),
    refers: [...forums.flatMap((forum) => [...forum.sources, ...membersMeant(forum)]), ...remarks.flatMap((text) => citedSources(text))],
  };
}

function forumsIn(passage: Passage, asOf: CalendarDate | undefined): readonly Forum[] {
  if (passage.kind === "table")
    return entriesOf(passage, columns).flatMap(({ cells, row }) => {
      const name = cells.forum ?? cells.id;
      return name ? [forumOf(cells, { name, attributes: row.attributes, asOf })] : [];
    });
  if (passage.kind !== "list") return [];
  return passage.items.filter(({ passages }) => passages.length > 0).map((item) => forumOf(itemEntry(item, columns).cells, { name: item.prose, attributes: item.prose.attributes, asOf }));
}

const lineLabels = [...columns.rule, ...columns.members, ...columns.session, ...columns.fallback];
const forumLabels = [...lineLabels, ...columns.source];

/** A subsection with at least one line that a forum has. */
const isForum = (section: Section, at: number): boolean => at > 0 && elementsIn([section], lineLabels).length > 0;

function headedForum(section: Section, asOf: CalendarDate | undefined): Forum {
  const elements = elementsIn([section], forumLabels);
  const cells: Partial<Record<Column, Prose>> = {};
  for (const column of ["rule", "members", "session", "fallback", "source"] as const) {
    const text = textOf(elementFor(elements, columns[column]));
    if (text) cells[column] = text;
  }
  const forum = forumOf(cells, { name: section.heading, attributes: section.heading.attributes, asOf });
  return { ...forum, sources: linesIn([section]).flatMap((line) => citedSources(line, forum.id)) };
}

const textOf = (element: Element | undefined): Prose | undefined => element?.texts[0];

interface Head {
  readonly name: Prose;
  readonly attributes: Attributes;
  readonly asOf: CalendarDate | undefined;
}

function forumOf(cells: Cells, { name, attributes, asOf }: Head): Forum {
  const { id, text, written } = identify("forum", name, cells.id, attributes);
  const rule = saying(cells.rule);
  const members = saying(cells.members);
  const fallback = saying(cells.fallback);
  const session = cells.session && !/^[-–—?.]*$/u.test(plain(cells.session)) ? cells.session : undefined;
  return {
    id,
    written,
    name: text,
    ...(rule && { rule: { written: plain(rule), span: rule.span }, ...readRule(plain(rule)) }),
    ...(members && { members: readMembers(members) }),
    ...(session && { session: readSession(session, asOf) }),
    ...(fallback && { fallback }),
    sources: Object.values(cells).flatMap((cell) => citedSources(cell, id)),
  };
}

/** A date, or words such as `none convened` and `not fixed`, which name no day. */
const readSession = (cell: Prose, asOf: CalendarDate | undefined): WrittenDate =>
  /^\s*(?:none|not|no|to be|tb[acd]|unknown|open)\b/iu.test(cell.masked) ? { written: plain(cell), span: cell.span } : readDate(cell, asOf);

/** `all`, `all 193 member states`, `164`, `193 member states`, or a list of actors and coalitions. */
function readMembers(cell: Prose): Members {
  const written = plain(cell);
  const base = { written, span: cell.span };
  const all = /^(?:all|everyone|universal|open to all)(?: (?:the )?(\d{1,3}(?:,?\d{3})?)?(?: ?(?:member states|states parties|actors|states|members|parties|countries))(?: (?:of|to) .{1,80})?)?$/iu.exec(written);
  const number = all ? all[1] : /^(?:about |some |~|≈)?\s?(\d{1,3}(?:,?\d{3})?)(?: \p{Letter}[\p{Letter} -]{0,60})?$/u.exec(written)?.[1];
  const counted = number === undefined ? {} : { number: Number(number.replace(",", "")) };
  if (all) return { ...base, kind: "all", ...counted };
  return number === undefined ? { ...base, kind: "list", list: cell } : { ...base, kind: "number", ...counted };
}

/** Members given by an id such as `A1`, in passing: a name that is nobody's has a rule of its own. */
const membersMeant = ({ id, members }: Forum): readonly Reference[] => (members?.list ? mentionedIds(members.list, id) : []);

/** What a simulation needs, as facts. */
function declarationOf({ id, name, decides, lastResort, members, session, fallback }: Forum): Declaration {
  const facts: Record<string, string> = {};
  const add = (key: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== "") facts[key] = String(value);
  };
  add("rule", decides?.kind);
  add("share", decides?.share);
  add("of", decides?.of);
  add("needed", decides?.needed);
  add("lastResort", lastResort && ruleText(lastResort));
  add(memberFacts.written, members?.written);
  add(memberFacts.kind, members?.kind);
  add(memberFacts.number, members?.number);
  add("session", session?.from ?? session?.day);
  add("fallback", fallback && !isBlank(fallback) ? plain(fallback) : undefined);
  return { id, kind: "forum", title: plain(name), span: name.span, facts };
}
