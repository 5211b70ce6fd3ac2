import { InvalidArgumentError } from "commander";
import { parseCalendarDate } from "#kit/date";

/** Reads the argument of an option that takes a day. */
export const date = (text: string): string => {
  const parsed = parseCalendarDate(text);
  if (parsed === undefined) throw new InvalidArgumentError("Write a date of the calendar as YYYY-MM-DD.");
  return parsed;
};
