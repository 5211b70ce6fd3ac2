/** Reliability of a source on the Admiralty scale (AJP-2.1): A completely reliable to E unreliable, F cannot be judged. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
/** Credibility of a cited item on the Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;
/** Both axes of an item's grade; either may be missing. */
export interface Grade {
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
}
