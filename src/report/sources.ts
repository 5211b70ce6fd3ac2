import { gradeInWords } from "./grade-words.ts";
import { joined, markup, type Markup } from "./markup.ts";
import { safeAddress } from "./inline-markup.ts";
import { dateText } from "./numbers.ts";
import { sourceFragment, type NumberedSource, type Rendering } from "./rendering.ts";

/** The numbered list to which citations lead. On paper the addresses are written out. */
export const sourcesMarkup = (page: Rendering): Markup =>
  markup`<ol class="sources">${[...page.sources.values()].map((source) => sourceMarkup(source, page))}</ol>`;

function sourceMarkup(source: NumberedSource, page: Rendering): Markup {
  const { title, publisher, date, reliability, origin } = source;
  const address = source.address === undefined ? undefined : safeAddress(source.address, page);
  const name = title === "" ? source.key : title;
  const details = [publisher, date !== undefined && dateText(date), origin !== undefined && `origin: ${origin}`].filter((part) => part !== undefined && part !== false && part !== "");
  const grade = reliability !== undefined && markup` <span class="grade">${reliability}</span> <span class="grade-words">${gradeInWords(reliability)}</span>`;
  return markup`<li id="${sourceFragment(source)}" value="${source.number}">${address === undefined ? markup`<cite>${name}</cite>` : markup`<cite><a href="${address}">${name}</a></cite>`}${details.length > 0 && [". ", joined(details, ", ")]}.${grade} <code class="key">@${source.key}</code></li>
`;
}
