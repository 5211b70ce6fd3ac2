import type { ZodMiniType } from "zod/mini";
import type { CalendarDate } from "#kit/date";
import type { AskedFile, Attachments } from "#core/attachments";
import { keptWhileNamesAgree } from "#core/kept-answer";
import { emptyPiece, type NetworkPiece, type Situation } from "#core/network-piece";
import type { ColumnNames } from "#core/read-table";
import { findingOf, type Defect, type Message, type RuleDescription } from "#core/rule";
import type { Block } from "#model/block";
import type { Finding, Severity } from "#model/finding";
import type { Forecast } from "#model/forecast";
import type { SectionRole } from "#model/heading";
import type { Declaration, Names, Reference } from "#model/names";
import type { FrontMatter, Section } from "#model/outline";

export type { Defect, Message } from "#core/rule";

/** What an author writes. `Part` is the technique's own slice of an assessment; nobody else sees it. */
export interface TechniqueSpec<Part, Role extends string> {
  /** The folder's name: `premortem`. Also the first half of its rules' names. */
  readonly id: string;
  readonly title: string;
  /** The papers and standards that describe the method. */
  readonly literature: readonly string[];
  /** The sections it reads: for each role the headings it is known by, the first being the one we write. */
  readonly sections: Readonly<Record<Role, readonly string[]>>;
  /** Names of the first column by which a role's table is known in a document that has no section headed so. */
  readonly firstColumns?: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** The names of the columns that it understands in the tables of a role: the very tables of names that it reads by. */
  readonly columns?: Readonly<Partial<Record<Role, ColumnNames<string>>>>;
  /** The letter with which the ids of a role's entries begin, where an importer should number them: `K` for K1, K2. */
  readonly idLetters?: Readonly<Partial<Record<Role, string>>>;
  /** Reads what no technique claims. Only one technique may. */
  readonly readsTheRest?: Role;
  readonly schema: ZodMiniType<Part>;
  /** Collects the part. Called only where at least one of its sections stands in the document. */
  read(found: Found<Role>): Reading<Part>;
  readonly rules: readonly Rule<Part>[];
  /** Variables, opinions and evidence for the network. Pure; the core merges the pieces. */
  network?(part: Part, situation: Situation): NetworkPiece;
  view(part: Part, results: Results): readonly Block[];
}

/** The sections found for each role (a matched heading's section and its subsections, in order), and the front matter. */
export interface Found<Role extends string> {
  readonly sections: Readonly<Record<Role, readonly Section[]>>;
  readonly document: FrontMatter;
}

export interface Reading<Part> {
  readonly part: Part;
  /** The ids this part introduces: all that others may know of it. */
  readonly declares: readonly Declaration[];
  /** The ids it uses; the core reports the unknown ones. */
  readonly refers: readonly Reference[];
  /** The files beside the document that it names. What is in them is seen by check, network and view only. */
  readonly attaches?: readonly AskedFile[];
}

export interface Rule<Part> {
  /** The defect: `untested`, `no-threshold`. */
  readonly name: string;
  readonly severity: Severity;
  /** Sentences; `{name}` stands for a value that the check gives. */
  readonly message: Message;
  /** The standard or paper that asks for it, as one reads it beside the finding. */
  readonly standard: string;
  check(part: Part, scene: Scene): Iterable<Defect>;
}
/** What a rule may know beside its own part. `today` is given by the shell; without it nothing is due. */
export interface Scene {
  readonly names: Names;
  readonly document: FrontMatter;
  readonly today?: CalendarDate;
  /** The files beside the document that its parts asked for. */
  readonly attachments?: Attachments;
}

/** What a view may show beside its own part. */
export interface Results extends Scene {
  readonly forecast?: Forecast;
}

/** What the core holds: the same technique with `Part` sealed inside. */
export interface Technique {
  readonly id: string;
  readonly title: string;
  readonly literature: readonly string[];
  readonly roles: readonly SectionRole[];
  /** By role, where it reads tables: the names of the columns that it understands. */
  readonly columns: ReadonlyMap<string, ColumnNames<string> | undefined>;
  readonly readsTheRest?: string;
  readonly rules: readonly RuleDescription[];
  readonly schema: ZodMiniType;
  open(found: Found<string>): OpenTechnique;
}
export interface OpenTechnique {
  readonly id: string;
  readonly title: string;
  /** True for the technique that reads what no other claims. */
  readonly readsTheRest: boolean;
  /** True where it may say something for the network. */
  readonly contributes: boolean;
  /** What it was opened on. */
  readonly found: Found<string>;
  readonly declares: readonly Declaration[];
  readonly refers: readonly Reference[];
  readonly attaches: readonly AskedFile[];
  check(scene: Scene): readonly Finding[];
  network(situation: Situation): NetworkPiece;
  view(results: Results): readonly Block[];
  /** The part as data, checked against the technique's schema. */
  toJSON(): unknown;
}

/** Seals a technique: from outside nobody sees its part, only what it declares, finds, contributes and shows. */
export function defineTechnique<Part, Role extends string>(spec: TechniqueSpec<Part, Role>): Technique {
  const { id, title, literature, schema, rules } = spec;
  const letters = new Map(Object.entries<string | undefined>(spec.idLetters ?? {}));
  const letterOf = (role: string) => (letters.get(role) === undefined ? {} : { idLetter: letters.get(role) ?? "" });
  const strays = new Map(Object.entries<readonly string[] | undefined>(spec.firstColumns ?? {}));
  const roles = Object.entries<readonly string[]>(spec.sections).map(([role, headings]) => ({ technique: id, role, headings, firstColumns: strays.get(role) ?? [], ...letterOf(role) }));
  const columns = new Map(Object.entries<ColumnNames<string> | undefined>(spec.columns ?? {}));
  const listed = rules.map((rule) => ({ rule, description: described(id, rule) }));
  const open = (found: Found<string>): OpenTechnique => {
    const { part, declares, refers, attaches = [] } = spec.read(found);
    return {
      id,
      title,
      readsTheRest: spec.readsTheRest !== undefined,
      contributes: spec.network !== undefined,
      found,
      declares,
      refers,
      attaches,
      check: keptWhileNamesAgree((scene) => listed.flatMap(({ rule, description }) => [...rule.check(part, scene)].map((defect) => findingOf(description, defect)))),
      network: (situation) => spec.network?.(part, situation) ?? emptyPiece,
      view: (results) => spec.view(part, results),
      toJSON: () => schema.parse(part),
    };
  };
  return { id, title, literature, roles, columns, schema, open, rules: listed.map(({ description }) => description), ...(spec.readsTheRest && { readsTheRest: spec.readsTheRest }) };
}

const described = <Part>(technique: string, { name, severity, standard, message }: Rule<Part>): RuleDescription => ({ name: `${technique}/${name}`, severity, standard, ...message });
