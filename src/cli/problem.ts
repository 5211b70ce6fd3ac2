/** What a person did wrong, in one sentence: printed on stderr without a stack trace, exit code 2. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}
