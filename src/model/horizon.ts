import type { CalendarDate } from "#kit/date";

/** A stretch of time: first and last day, both included; without `to` it has no end (`ongoing`). */
export interface Horizon {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly written: string;
  /** True where the words leave the day open: `early 2029`, `before the 2028 election`. */
  readonly approximate?: boolean;
}
