import { expect, it } from "vitest";
import { unmarked } from "#model/prose";
import { readSide } from "./read-side.ts";

const read = (text: string, stated?: number) => {
  const { number, names, others } = readSide(unmarked(text), stated);
  return [number, names.map(({ name }) => name).join("|"), ...(others ? ["others"] : [])];
};

it("reads numbers, lists, and both", () => {
  expect(read("164")).toEqual([164, ""]);
  expect(read("164 states")).toEqual([164, ""]);
  expect(read("none")).toEqual([0, ""]);
  expect(read("Belarus, Mali and Russia")).toEqual([undefined, "Belarus|Mali|Russia"]);
  expect(read("Belarus, Mali, and Russia", 3)).toEqual([3, "Belarus|Mali|Russia"]);
  expect(read("3 (Belarus, Mali, Russia)")).toEqual([3, "Belarus|Mali|Russia"]);
  expect(read("3: Belarus; Mali; Russia.")).toEqual([3, "Belarus|Mali|Russia"]);
  expect(read("Belarus, Mali and Russia (3)")).toEqual([3, "Belarus|Mali|Russia"]);
  expect(read("all others")).toEqual([undefined, "", "others"]);
  expect(read("160, all other members")).toEqual([160, "", "others"]);
  expect(read("the rest")).toEqual([undefined, "", "others"]);
});

it("leaves the names of states whole, whatever is in them", () => {
  expect(read("Bosnia and Herzegovina and Serbia")).toEqual([undefined, "Bosnia and Herzegovina|Serbia"]);
  expect(read("Iran (Islamic Republic of), Bolivia (Plurinational State of) and the Netherlands (Kingdom of the)")).toEqual([undefined, "Iran (Islamic Republic of)|Bolivia (Plurinational State of)|Netherlands (Kingdom of the)"]);
  expect(read("Saint Vincent and the Grenadines, Trinidad and Tobago, Antigua and Barbuda")).toEqual([undefined, "Saint Vincent and the Grenadines|Trinidad and Tobago|Antigua and Barbuda"]);
  expect(read("2 (Iran (Islamic Republic of) and Cuba)")).toEqual([2, "Iran (Islamic Republic of)|Cuba"]);
});

it("places every name where it stands", () => {
  const text = "3 (Belarus,  the Gambia and Sao Tome and Principe)";
  expect(readSide(unmarked(text)).names.map(({ span }) => text.slice(span.from, span.to))).toEqual(["Belarus", "Gambia", "Sao Tome and Principe"]);
});
