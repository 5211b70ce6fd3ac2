import { sameData } from "#kit/same-data";
import type { Declaration, Kind, Names, Reference } from "#model/names";

/** What names were asked, each question with its answer. */
interface Asked {
  readonly find: ReadonlyMap<string, Declaration | undefined>;
  readonly all: ReadonlyMap<Kind, readonly Declaration[]>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

/** Something that is worked out from names and plain data beside them. */
type Given = { readonly names: Names };

/**
 * A pure function that gives its last answer again where everything beside the names is the same, and the names answer
 * every question that it asked of them as before. So a letter typed in one section lets what was found in all others
 * stand, without anybody having to say which of them look at what.
 */
export function keptWhileNamesAgree<Input extends Given, Value>(work: (input: Input) => Value): (input: Input) => Value {
  let last: { readonly beside: unknown; readonly asked: Asked; readonly value: Value } | undefined;
  return (input) => {
    const { names, ...beside } = input;
    if (last && sameData(last.beside, beside) && agrees(names, last.asked)) return last.value;
    const { noting, asked } = notingNames(names);
    const value = work({ ...input, names: noting });
    last = { beside, asked, value };
    return value;
  };
}

/** The same names, which note what they are asked. */
function notingNames(names: Names): { readonly noting: Names; readonly asked: Asked } {
  const asked = { find: new Map<string, Declaration | undefined>(), all: new Map<Kind, readonly Declaration[]>(), references: new Map<string, readonly Reference[]>() };
  const noting = { find: noted(asked.find, (id) => names.find(id)), all: noted(asked.all, (kind) => names.all(kind)), references: noted(asked.references, (id) => names.references(id)) };
  return { noting, asked };
}

const noted = <Question, Answer>(answers: Map<Question, Answer>, ask: (question: Question) => Answer) => (question: Question): Answer => {
  const answer = ask(question);
  answers.set(question, answer);
  return answer;
};

const agrees = (names: Names, { find, all, references }: Asked): boolean =>
  answersAgain(find, (id) => names.find(id)) && answersAgain(all, (kind) => names.all(kind)) && answersAgain(references, (id) => names.references(id));

function answersAgain<Question, Answer>(answers: ReadonlyMap<Question, Answer>, ask: (question: Question) => Answer): boolean {
  for (const [question, answer] of answers) if (!sameData(answer, ask(question))) return false;
  return true;
}
