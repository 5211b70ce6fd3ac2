import type { Rule } from "#core/technique";
import { groupBy } from "#kit/group";
import { listText } from "#kit/list-text";
import { headingKey } from "#model/heading";
import { clustersOf } from "./read-clusters.ts";
import type { Source, Sources } from "./schema.ts";

const emptyRegister: Rule<Sources> = {
  name: "empty-register",
  severity: "warning",
  message: {
    what: "The section on sources lists none.",
    why: "Nothing in the assessment can be traced to where it comes from.",
    remedy: "List the sources in a table with Key, Title, Publisher, Date, Address, Reliability and Origin.",
  },
  standard: "ICD 206 (2015): sourcing requirements",
  *check({ sources, heading }) {
    if (sources.length === 0) yield { span: heading };
  },
};

const neverCited: Rule<Sources> = {
  name: "never-cited",
  severity: "warning",
  message: {
    what: "The source {key} is never cited.",
    why: "It lends its weight to the list without supporting anything in the text.",
    remedy: "Cite it as [@{key}] where it supports a claim, or remove it.",
  },
  standard: "ICD 206 (2015): sources are cited where they are used",
  *check({ sources }, { names }) {
    for (const { key, keyed, span } of sources) if (keyed && names.references(key).every(({ from }) => from === key)) yield { span, values: { key } };
  },
};

const duplicateAddress: Rule<Sources> = {
  name: "duplicate-address",
  severity: "warning",
  message: {
    what: "{key} and {first} have the same address and the same title or date.",
    why: "One source under two keys looks like two.",
    remedy: "Keep one of the keys and cite the place in it: [@{first}, p. 3].",
  },
  standard: "ICD 203, tradecraft standard 1: circular reporting",
  *check({ sources }) {
    const addressed = sources.flatMap(({ key, title, date, address }) => (address ? [{ key, title: headingKey(title?.masked ?? ""), day: date?.day, span: address.span, url: sameAddress(address.url) }] : []));
    for (const [first, ...others] of groupBy(addressed, ({ url }) => url).values())
      for (const { key, title, day, span } of others) if (first && key !== first.key && (title === first.title || day === first.day)) yield { span, values: { key, first: first.key } };
  },
};

/** An address without what makes no difference to where it leads: scheme, `www.`, fragment and closing slashes. */
function sameAddress(url: string): string {
  const bare = (url.split("#", 1)[0] ?? "").replace(/^(?:https?:\/\/)?(?:www\.)?/iu, "");
  const slash = bare.indexOf("/");
  if (slash < 0) return bare.toLowerCase();
  let end = bare.length;
  while (end > slash && bare.charAt(end - 1) === "/") end--;
  return bare.slice(0, slash).toLowerCase() + bare.slice(slash, end);
}

const originLoop: Rule<Sources> = {
  name: "origin-loop",
  severity: "error",
  message: {
    what: "The source {key} goes back to itself: {chain}.",
    why: "Sources that quote each other in a circle have no origin, and confirm nothing.",
    remedy: "Find who said it first and name that origin, or grade the items as what they are: unconfirmed.",
  },
  standard: "ICD 203, tradecraft standard 1: circular reporting",
  *check({ sources }) {
    const byKey = new Map(sources.map((source) => [source.key, source] as const));
    for (const source of sources) if (source.loops && source.origin) yield { span: source.origin.span, values: { key: source.key, chain: chainOf(source, byKey).join(" from ") } };
  },
};

/** The keys from a source to the one at which its origins come round. */
function chainOf(source: Source, byKey: ReadonlyMap<string, Source>): readonly string[] {
  const chain: string[] = [];
  let at: Source | undefined = source;
  while (at && !chain.includes(at.key) && chain.length < 10) {
    chain.push(at.key);
    at = at.origin?.key === undefined ? undefined : byKey.get(at.origin.key);
  }
  return at ? [...chain, at.key] : chain;
}

const fewestCitations = 4;

const singleOrigin: Rule<Sources> = {
  name: "single-origin",
  severity: "info",
  message: {
    what: "{cited} of {total} citations go back to one origin, {origin}, through {keys}.",
    why: "What looks like many witnesses is largely one; the forecast counts them as such.",
    remedy: "Look for sources that do not depend on {origin}, or say in the limitations that there are none.",
  },
  standard: "ICD 203, tradecraft standard 1: circular reporting",
  *check({ sources, heading }, { names }) {
    const clusters = clustersOf(sources, names);
    const total = clusters.reduce((sum, { citations }) => sum + citations, 0);
    if (total < fewestCitations || clusters.length < 2) return;
    for (const { origin, keys, citations } of clusters)
      if (citations > total / 2) yield { span: heading, values: { cited: citations, total, origin, keys: listText(keys) } };
  },
};

/** What is wrong with the register as a whole. */
export const registerRules = [emptyRegister, neverCited, duplicateAddress, originLoop, singleOrigin];
