/** Hands out places in the cells. */
export class Ground {
  length = 0;

  take(count: number): number {
    const at = this.length;
    this.length += count;
    return at;
  }
}
