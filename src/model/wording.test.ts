import { assert, array, constantFrom, oneof, property, string } from "fast-check";
import { expect, it } from "vitest";
import { vagueAttributionsIn } from "./attributions.ts";
import { confidenceIn } from "./confidence.ts";
import { emptyHedgesIn, stackedHedgesIn } from "./hedges.ts";
import { unmarked } from "./prose.ts";
import { unhedgedForecastsIn } from "./unhedged-forecasts.ts";
import { icd203, phia } from "./yardsticks.ts";

const written = (phrases: readonly { readonly written: string }[]) => phrases.map((phrase) => phrase.written);

it.each([
  ["It may be possible that China probably could support a narrow prohibition.", ["may", "possible", "probably", "could"]],
  ["It is likely that states could lose patience.", ["likely", "could"]],
  ["The draft may, possibly, be adopted.", ["may", "possibly"]],
  ["There is a 60% chance that it may fail.", ["60%", "may"]],
  ["They might perhaps join.", ["might", "perhaps"]],
])("finds the hedges that stand on one claim in %j", (text, hedges) => {
  expect(stackedHedgesIn(unmarked(text), icd203).map((stack) => written(stack.hedges))).toEqual([hedges]);
});

it.each([
  "It is likely (65%) that the draft fails.",
  "The chair may resign, and delegations could walk out.",
  "It is likely because the chair may resign.",
  "A group that could block is likely to form.",
  "States may or may not join.",
  "The chance is likely or very likely.",
  "The military might of China may grow by May 2026.",
  "They could not agree, and a vote is unlikely.",
  'It is likely to fail, and "may possibly" is the chair\'s phrase.',
])("finds no stack in %j", (text) => {
  expect(stackedHedgesIn(unmarked(text), icd203)).toEqual([]);
});

it.each([
  ["It cannot be ruled out that India abstains.", "cannot be ruled out"],
  ["We cannot entirely rule out a vote.", "cannot entirely rule out"],
  ["A vote can’t be excluded.", "can’t be excluded"],
  ["Whether it holds remains to be seen.", "remains to be seen"],
  ["Only time will tell.", "Only time will tell"],
  ["It is possible that India abstains.", "It is possible that"],
  ["There is always a possibility of a walk-out.", "There is always a possibility"],
  ["It is too early to say.", "is too early to say"],
])("finds what says nothing in %j", (text, phrase) => {
  expect(written(emptyHedgesIn(unmarked(text), icd203))).toEqual([phrase]);
});

it.each(["India ruled out a vote.", "It is possible that India abstains (10%).", "It cannot be ruled out, though it is very unlikely.", "It is unlikely that India abstains.", 'She said that "time will tell".'])(
  "finds nothing empty in %j",
  (text) => {
    expect(emptyHedgesIn(unmarked(text), icd203)).toEqual([]);
  },
);

it.each([
  ["Autonomous weapons are a threat to humanity, said experts.", "said experts"],
  ["Some argue that it fails.", "Some argue"],
  ["Critics claim so.", "Critics claim"],
  ["Observers have long argued that.", "Observers have long argued"],
  ["It is widely believed that it fails.", "It is widely believed that"],
  ["Sources say no.", "Sources say"],
  ["According to Western officials, it fails.", "According to Western officials"],
  ["Reports suggest a deal.", "Reports suggest"],
  ["The vote is reportedly close.", "reportedly"],
  ["According to analysts, it fails.", "According to analysts"],
  ["Sources close to the talks say it fails.", "Sources close to the talks say"],
  ["Experts agree that it fails.", "Experts agree that"],
  ["It has been suggested that it fails.", "It has been suggested"],
])("finds nobody in particular behind %j", (text, phrase) => {
  expect(written(vagueAttributionsIn(unmarked(text)))).toEqual([phrase]);
});

it.each(["SIPRI experts say so.", "Observers from the ICRC said so.", "According to experts at SIPRI, it fails.", "The experts met and officials held talks.", "The Secretary-General said so.", "The Group of Governmental Experts said so.", "Experts are divided.", "The Russian officials argue so.", 'The paper says that "critics claim so".', "Austria argues that it fails."])(
  "finds somebody behind %j",
  (text) => {
    expect(vagueAttributionsIn(unmarked(text))).toEqual([]);
  },
);

it("takes a citation in the sentence for the name", () => {
  const prose = unmarked("Critics claim so [@a].");
  const cited = { ...prose, masked: "Critics claim so     .", citations: [{ span: { section: 0, from: 17, to: 21 }, key: "a", locator: "" }] };
  expect(vagueAttributionsIn(cited)).toEqual([]);
});

it.each([
  ["We assess with high confidence that it fails.", "high confidence", "high"],
  ["Confidence: moderate.", "Confidence: moderate", "moderate"],
  ["Our confidence level is low.", "confidence level is low", "low"],
  ["low to moderate confidence", "low to moderate confidence", "low"],
  ["Medium confidence", "Medium confidence", "moderate"],
  ["We are highly confident.", "highly confident", "high"],
])("reads the confidence of %j", (text, phrase, level) => {
  expect(confidenceIn(unmarked(text))).toMatchObject([{ written: phrase, level }]);
});

it.each(["high-level confidence-building measures", "low confidence-building effort", "a vote of no confidence", "consumer confidence is low"])("reads no confidence of the author in %j", (text) => {
  expect(confidenceIn(unmarked(text))).toEqual([]);
});

it.each([
  ["The United States will block consensus on a binding protocol in 2026.", "will block"],
  ["China is going to abstain.", "is going to abstain"],
  ["The chair won't resign.", "won't resign"],
  ["Parties shall not agree.", "shall not agree"],
  ["We judge with high confidence that Russia will block it.", "will block"],
  ["Funding will inevitably fall.", "will inevitably fall"],
  ["The talks are bound to fail.", "are bound to fail"],
])("finds the plain forecast in %j", (text, phrase) => {
  expect(written(unhedgedForecastsIn(unmarked(text), icd203))).toEqual([phrase]);
});

it.each([
  "It is likely that the United States will block consensus.",
  "The United States will probably block consensus.",
  "It is highly likely that it will block.",
  "The United States will most likely block consensus.",
  "The United States will block consensus (80%).",
  "If the mandate lapses, the talks will end.",
  "Political will is lacking.",
  "There is no will to agree.",
  "Will the treaty be opened?",
  "Russia said it will block the text.",
  "“We will block it”, the delegate wrote.",
  "A text that will bind all is on the table.",
  "The Conference will take place from 16 to 20 November 2026.",
  "The session will open on 2 March 2027.",
  "Reaching Critical Will counts the votes.",
  "The talks are almost certain to fail.",
])("finds no plain forecast in %j", (text) => {
  expect(unhedgedForecastsIn(unmarked(text), icd203)).toEqual([]);
});

const pieces = constantFrom("may ", "possibly", " that ", "will ", "not ", ", said ", "experts ", "it is ", "widely ", "believed ", "high ", "confidence", "likely ", "(40%) ", ". ", '"', "\n", "Some ", "cannot be ", "ruled out ");
const finders = [emptyHedgesIn, stackedHedgesIn, unhedgedForecastsIn, vagueAttributionsIn, confidenceIn];

it("never throws and stays inside the text (seed 7006)", () => {
  assert(
    property(oneof(string({ maxLength: 60 }), array(pieces, { maxLength: 14 }).map((parts) => parts.join(""))), (text) => {
      for (const find of finders) {
        for (const phrase of find(unmarked(text, 4, 9), phia)) expect(text.slice(phrase.span.from - 9, phrase.span.to - 9)).toBe(phrase.written);
      }
    }),
    { seed: 7006, numRuns: 300, verbose: 1 },
  );
});

it.each(["may ", "a-", "some ", "experts ", "will ", "that ", "high ", '"', ", and it may be "])("comes back from 200 kB of %j (a search that backtracks would run into the suite's limit of time)", (unit) => {
  const prose = unmarked(unit.repeat(200_000 / unit.length));
  for (const find of finders) {
    find(prose, icd203);
  }
});
