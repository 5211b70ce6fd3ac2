/** The values by the key that `keyOf` gives each, in the order in which they come. */
export function groupBy<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The first value of each key, in order. */
export const firstOfEach = <Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): readonly Value[] => Array.from(groupBy(values, keyOf).values()).flatMap((same) => same.slice(0, 1));
