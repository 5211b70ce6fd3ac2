/**
 * A pure function of an object that works out each answer once and keeps it for as long as the object lives. Seen from
 * outside it is the same function.
 */
export function keptFor<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known.value;
    const value = work(key);
    answers.set(key, { value });
    return value;
  };
}

/** Something that is worked out when it is first asked for, and once. */
export function keptOnce<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: work() }).value;
}

/** The same for a function of two objects. Give the one that lives longer and is asked about more often first: each of the first has a table of its own. */
export function keptForBoth<First extends object, Second extends object, Value>(work: (first: First, second: Second) => Value): (first: First, second: Second) => Value {
  const tableOf = keptFor((first: First) => keptFor((second: Second) => work(first, second)));
  return (first, second) => tableOf(first)(second);
}

/** A pure function that gives its last answer again where the key is the same; the key must say all that the answer hangs on. */
export function keptLast<Input, Value>(keyOf: (input: Input) => string, work: (input: Input) => Value): (input: Input) => Value {
  let last: { readonly key: string; readonly value: Value } | undefined;
  return (input) => {
    const key = keyOf(input);
    if (last?.key !== key) last = { key, value: work(input) };
    return last.value;
  };
}
