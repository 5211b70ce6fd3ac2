import { readDate, saying } from "#core/read-cell";
import { citedSources } from "#core/read-ids";
import { entriesOf, hasColumn, tablesIn } from "#core/read-table";
import type { CalendarDate } from "#kit/date";
import { foldCharacters } from "#kit/fold-characters";
import { headingKey } from "#model/heading";
import type { Prose, Section } from "#model/outline";
import { plain } from "#model/prose";
import type { Adoption } from "./schema.ts";

/** The columns of a table of adopters by date, with the names they go by. */
export const columns = {
  date: ["Date", "Year", "As of", "When", "By"],
  adopters: ["Adopters", "Adoptions", "Number of adopters", "States parties", "Parties", "Signatories", "Ratifications", "Supporters", "In favour", "In favor", "Endorsements", "Count", "States"],
  population: ["Population", "Out of", "Of", "Total", "Membership", "Possible adopters", "Eligible", "Universe"],
  source: ["Source", "Sources", "Citation", "Citations", "Reference"],
  norm: ["Norm", "Which norm"],
} as const;

/** The counts of adopters by date, from every table that has them. */
export const readSeries = (sections: readonly Section[], asOf?: CalendarDate): readonly Adoption[] =>
  tablesIn(sections)
    .filter((table) => hasColumn(table, columns.adopters) && hasColumn(table, columns.date))
    .flatMap((table) => entriesOf(table, columns))
    .map(({ cells, row, other }) => {
      const [date, adopters, population] = [saying(cells.date), saying(cells.adopters), saying(cells.population)];
      return {
        norm: headingKey(cells.norm ? plain(cells.norm) : ""),
        ...(date && { date: readDate(date, asOf) }),
        ...(adopters && { adopters: countIn(adopters) }),
        ...(population && { population: countIn(population) }),
        sources: [...Object.values(cells), ...other.map(({ cell }) => cell)].flatMap((cell) => citedSources(cell)),
        span: adopters?.span ?? row.span,
      };
    });

/** `43`, `about 43`, `1,200`; a remark in brackets changes nothing. */
function countIn(cell: Prose): NonNullable<Adoption["adopters"]> {
  const written = plain(cell);
  const number = /^(?:about |some |at least |~)?\s?(\d{1,3}(?:[ ,]\d{3}){1,3}|\d{1,9})\+?(?:\s?\(.*\)|\s(?:states?|members?|parties))?$/iu.exec(foldCharacters(written.slice(0, 120)))?.[1];
  return { written, span: cell.span, ...(number !== undefined && { value: Number(number.replace(/[ ,]/gu, "")) }) };
}
