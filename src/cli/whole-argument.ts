import { InvalidArgumentError } from "commander";

/** Reads the argument of an option that takes a whole number between two others. */
export const whole = (low: number, high: number) => (text: string): number => {
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number) || number < low || number > high) throw new InvalidArgumentError(`Write a whole number from ${low} to ${high}.`);
  return number;
};
