import { expect, it } from "vitest";
import { noAttributes, plain } from "#model/prose";
import { sentencesIn } from "#model/sentences";

const prose = (source: string, masked = source) => ({ span: { section: 0, from: 10, to: 10 + source.length }, source, masked, citations: [], attributes: noAttributes });
const split = (text: string): readonly string[] => sentencesIn(prose(text)).map(plain);

it.each([
  ["The draft survives. It is likely to pass.", 2],
  ["Delegations, e.g. Norway and i.e. Others, agree.", 1],
  ["The U.S. delegation left. The U.S. The rest stayed.", 3],
  ["See No. 5 and Art. 18 and p. 3 and pp. 4-6.", 1],
  ["Chapter IV says so in sec. IX. Nothing else does.", 2],
  ["It grew by 3.5 per cent. That is new.", 2],
  ["J. R. R. Tolkien met Dr. Smith and Amb. Lee.", 1],
  ['He asked: "Is it over?" The chair nodded.', 2],
  ['"Is it over?" he asked.', 1],
  ["Well... it depends. Well... The chair left.", 3],
  ["Rates rose in 2027. 41 paragraphs remain.", 2],
  ["It rests on A1. Confidence: moderate.", 2],
  ["It leads to scenario B. Confidence: moderate.", 2],
  ["It leads to scenarios A and B. Moderate confidence.", 2],
  ["Really?! Yes. (See the annex.) Done.", 4],
  ["Ministers, officials, etc. were there. Nobody spoke.", 2],
  ["1. The first point. 2. The second point.", 2],
  ["第一句。第二句！第三句", 3],
  ["No end at all", 1],
  ["Smith et al. (2020) found it. It was new.", 2],
  ["Meeting at 5 p.m. on 3 Jan. 2027 in St. Petersburg.", 1],
])("splits %j into %i sentences", (text, count) => {
  expect(split(text)).toHaveLength(count);
});

it("gives spans in the document", () => {
  expect(sentencesIn(prose("One. Two.")).map(({ span }) => [span.from, span.to])).toEqual([
    [10, 14],
    [15, 19],
  ]);
});
