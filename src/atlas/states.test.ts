import { existsSync, readFileSync } from "node:fs";
import names from "i18n-iso-countries/langs/en.json" with { type: "json" };
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import { expect, it } from "vitest";
import countries from "./countries.json" with { type: "json" };
import { atlasFiles } from "../../scripts/atlas.ts";
import { findState, isVoter, nearestState, states, unGroups, unMembers } from "./states.ts";

const code = (text: string): string | undefined => findState(text)?.code;

it("knows states by code and by the names that people, lists and the United Nations give them", () => {
  const written: Readonly<Record<string, readonly string[]>> = {
    USA: ["USA", "US", "U.S.", "United States", "United States of America"],
    GBR: ["GB", "UK", "Britain", "United Kingdom of Great Britain and Northern Ireland"],
    RUS: ["Russia", "Russian Federation", "the Russian Federation"],
    PRK: ["DPRK", "North Korea", "Democratic People's Republic of Korea", "Democratic People’s Republic of Korea", "Korea (Democratic People's Republic of)"],
    KOR: ["ROK", "Republic of Korea", "South Korea", "Korea, Republic of"],
    COD: ["DRC", "DR Congo", "Democratic Republic of the Congo", "Congo (Democratic Republic of the)", "Congo, Democratic Republic of the"],
    COG: ["Congo", "Republic of the Congo", "Congo (Republic of the)"],
    IRN: ["Iran", "Iran (Islamic Republic of)", "Islamic Republic of Iran"],
    BOL: ["Bolivia (Plurinational State of)", "Plurinational State of Bolivia"],
    VEN: ["Venezuela (Bolivarian Republic of)", "VENEZUELA"],
    TUR: ["Türkiye", "Turkiye", "Turkey"],
    CIV: ["Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast"],
    STP: ["São Tomé and Príncipe", "Sao Tome & Principe"],
    KNA: ["St. Kitts and Nevis", "Saint Kitts and Nevis"],
    LAO: ["Lao People's Democratic Republic", "Laos"],
    VNM: ["Viet Nam", "Vietnam"],
    SYR: ["Syrian Arab Republic", "Syria"],
    TZA: ["United Republic of Tanzania", "Tanzania (United Republic of)"],
    MDA: ["Republic of Moldova", "Moldova"],
    FSM: ["Micronesia (Federated States of)", "Federated States of Micronesia"],
    NLD: ["Netherlands", "The Netherlands", "Netherlands (Kingdom of the)", "Kingdom of the Netherlands"],
    SWZ: ["Eswatini", "Swaziland"],
    TLS: ["Timor-Leste", "Timor Leste"],
    GNB: ["Guinea-Bissau", "Guinea Bissau"],
    BHS: ["Bahamas", "The Bahamas"],
    GMB: ["Gambia", "Gambia (Republic of The)"],
    CPV: ["Cabo Verde", "Cape Verde"],
    BRN: ["Brunei Darussalam", "Brunei"],
    TTO: ["Trinidad and Tobago"],
    VAT: ["Holy See"],
    XKX: ["Kosovo", "XK"],
  };
  const wrong = Object.entries(written).flatMap(([expected, forms]) => forms.filter((form) => code(form) !== expected));
  expect(wrong).toEqual([]);
});

it("guesses at none: two Koreas, and words that are no state", () => {
  expect(["Korea", "Atlantis", "", "us", "European Union", "Korea (Republic"].map(code)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});

it("suggests the name that is nearly meant, or none", () => {
  expect(["Belorus", "Kazakstan", "Philippnes", "Xx", "Harbour Conference"].map((text) => nearestState(text)?.name)).toEqual(["Belarus", "Kazakhstan", "Philippines", undefined, undefined]);
});

it("finds every state by its own name and code, and calls no two alike", () => {
  expect([...states.values()].filter(({ name, code: own }) => code(name) !== own || code(own) !== own)).toEqual([]);
  expect(new Set([...states.values()].map(({ name }) => name)).size).toBe(states.size);
});

it("gives every name of both lists to the state that has it; only `Congo` is one of two", () => {
  const variants: Readonly<Record<string, string | readonly string[]>> = names.countries;
  const listed = [
    ...Object.entries<readonly string[]>(countries).flatMap(([own, [common = "", official = ""]]) => [[own, common], [own, official]] as const),
    ...codes.flatMap(([two = "", three = ""]) => [variants[two] ?? []].flat().map((name) => [three === "XKK" ? "XKX" : three, name] as const)),
  ];
  expect(listed.length).toBeGreaterThan(700);
  expect(listed.filter(([own, name]) => code(name) !== own)).toEqual([["COD", "Congo"]]);
});

it("has the 193 members in their five groups, as the United Nations list them in 2026", () => {
  expect(unMembers()).toHaveLength(193);
  expect(unGroups.map((group) => unMembers().filter((state) => state.group === group).length)).toEqual([54, 54, 23, 33, 29]);
  expect([findState("Holy See"), findState("Palestine"), findState("Kosovo")].map((state) => state?.group)).toEqual([undefined, undefined, undefined]);
});

const list = process.env["UN_MEMBERS"] ?? new URL("../../../shared/data/countries/countries_un193.csv", import.meta.url).pathname;
const absent = existsSync(list) ? "" : ` (skipped: ${list} is not here; UN_MEMBERS names such a list)`;

it.skipIf(absent !== "")(`agrees with a list of the members that somebody else cleaned${absent}`, () => {
  const rows = readFileSync(list, "utf8").trim().split("\n").slice(1);
  const groups = new Map(rows.map((row) => [row.slice(0, 3), unGroups.find((group) => row.includes(group))]));
  expect(new Map(unMembers().map(({ code: own, group }) => [own, group]))).toEqual(groups);
});

it("takes for voters also states that are no more", () => expect(["NOR", "Norway", "YUG", "SUN", "ZZZ", "2"].map(isVoter)).toEqual([true, true, true, true, false, false]));

it("is what scripts/generate-atlas.ts makes of the packages", () => {
  for (const [file, text] of Object.entries(atlasFiles())) expect(readFileSync(new URL(file, import.meta.url), "utf8")).toBe(text);
});
