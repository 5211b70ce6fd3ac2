/** The words a document uses for likelihood, and the band of probability each stands for. */
export interface Yardstick {
  /** `icd203`, `phia`, `nato`, or the name the document gives its own table. */
  readonly name: string;
  readonly title: string;
  readonly terms: readonly Term[];
}

/** A term of a yardstick. A band owns its lower end: 0.2 is `unlikely`, 0.8 `very likely` in ICD 203. */
export interface Term {
  readonly word: string;
  readonly low: number;
  readonly high: number;
  /** ICD 203 has two rows of words that must not be mixed: `main` and `alternate`. */
  readonly row: "main" | "alternate";
  /** Other ways of writing the same term: `almost certainly`, `roughly even`. */
  readonly forms?: readonly string[];
  /** The end of the band that does not belong to it although no other band begins there: PHIA's `<50%`. */
  readonly openAt?: "low" | "high";
}
