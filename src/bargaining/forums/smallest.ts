/** The k-th smallest of the first `length` numbers (k from 0), by Hoare's selection; reorders them. Infinity where there are not so many. */
export function smallest(numbers: Float64Array, length: number, k: number): number {
  if (k >= length) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, length - 1];
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((numbers[left] ?? 0) < pivot) left++;
      while ((numbers[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = numbers[left] ?? 0;
      numbers[left++] = numbers[right] ?? 0;
      numbers[right--] = swapped;
    }
    if (k <= right) high = right;
    else if (k >= left) low = left;
    else break;
  }
  return numbers[k] ?? Number.POSITIVE_INFINITY;
}
