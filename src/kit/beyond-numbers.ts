/** What was asked lies beyond the range of numbers (1e-308 to 1e308), so that there is no answer; the message says so in a sentence. */
export class BeyondNumbers extends RangeError {
  override readonly name = "BeyondNumbers";
}
