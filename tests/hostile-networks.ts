import type { NetworkFormat } from "#exchange/network/formats";

/** The same small network in every format: valid files that tests change. */
export const smallNetworks: Readonly<Record<NetworkFormat, string>> = {
  bif: `network small { property author = nobody; }
variable light { type discrete [ 2 ] { on, off }; }
variable dog { type discrete [ 3 ] { in, out, gone }; property position = (1, 2); }
variable family { type discrete [ 2 ] { home, away }; }
probability ( light | family ) { (home) 0.05, 0.95; (away) 0.6, 0.4; }
probability ( dog | family, light ) { (home, on) .125 .25 .625; (home, off) 0.25 0.25 0.5; default 0.5 2.5e-1 0.25; }
probability ( family ) { table 0.75, 0.25; }
`,
  net: `net { node_size = (80 40); }
node light { label = "the light"; states = ("on" "off"); }
node dog { states = ("in" "out" "gone"); }
node family { states = ("home" "away"); }
potential (light | family) { data = ((0.05 0.95)(0.6 0.4)); }
potential (dog | family light) { data = (((.125 .25 .625)(0.25 0.25 0.5))((0.5 2.5e-1 0.25)(0.5 0.25 0.25))); }
potential (family) { data = (0.75 0.25); }
`,
  xmlbif: `<?xml version="1.0"?>
<BIF VERSION="0.3"><NETWORK><NAME>small</NAME>
<VARIABLE TYPE="nature"><NAME>light</NAME><OUTCOME>on</OUTCOME><OUTCOME>off</OUTCOME></VARIABLE>
<VARIABLE TYPE="nature"><NAME>dog</NAME><OUTCOME>in</OUTCOME><OUTCOME>out</OUTCOME><OUTCOME>gone</OUTCOME></VARIABLE>
<VARIABLE TYPE="nature"><NAME>family</NAME><OUTCOME>home</OUTCOME><OUTCOME>away</OUTCOME></VARIABLE>
<DEFINITION><FOR>light</FOR><GIVEN>family</GIVEN><TABLE>0.05 0.95 0.6 0.4</TABLE></DEFINITION>
<DEFINITION><FOR>dog</FOR><GIVEN>family</GIVEN><GIVEN>light</GIVEN><TABLE>.125 .25 .625 0.25 0.25 0.5 0.5 2.5e-1 0.25 0.5 0.25 0.25</TABLE></DEFINITION>
<DEFINITION><FOR>family</FOR><TABLE>0.75 0.25</TABLE></DEFINITION></NETWORK></BIF>
`,
  xdsl: `<?xml version="1.0" encoding="UTF-8"?>
<smile version="1.0" id="small"><nodes>
<cpt id="family"><state id="home"/><state id="away"/><probabilities>0.75 0.25</probabilities></cpt>
<cpt id="light"><state id="on"/><state id="off"/><parents>family</parents><probabilities>0.05 0.95 0.6 0.4</probabilities></cpt>
<cpt id="dog"><state id="in"/><state id="out"/><state id="gone"/><parents>family light</parents><probabilities>.125 .25 .625 0.25 0.25 0.5 0.5 2.5e-1 0.25 0.5 0.25 0.25</probabilities></cpt>
<noisymax id="alarm"><state id="yes"/><state id="no"/><parents>light family</parents><strengths>0 1 1 0</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0 1 0.1 0.9</parameters></noisymax>
</nodes></smile>
`,
  uai: "BAYES\n3\n2 3 2\n3\n2 2 0\n3 2 0 1\n1 2\n\n4\n 0.05 0.95 0.6 0.4\n\n12\n .125 .25 .625 0.25 0.25 0.5\n 0.5 2.5e-1 0.25 0.5 0.25 0.25\n\n2 0.75 0.25\n",
};

/** What a careless writer, or a malicious one, puts between two words of a file. */
export const hostileSnippets: readonly string[] = [
  "NaN", "Infinity", "-Infinity", "-0.5", "1e400", "1e-400", "0x1F", "1,5", "0.5.5", "--1", "+", "1e", ".", "99999999999999999999",
  "(", ")", "((((", "}", "{", "[", "]", ";", ",", "|", '"', "'", "=", "<", ">", "</", "<!", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "&amp", "&nope;", "&#x110000;", "&#xD800;", "&constructor;",
  "/*", "*/", "//", "%", "property", "table", "default", "variable", "probability", "network", "node", "potential", "data", "states", "BAYES", "light", "dog", "family", "home",
  "__proto__", "constructor", "größe", "名前", "\u202E", "\0", "\uD800", "\uFEFF", "\r\n", "\r", "\t", "\u2028", "<cpt id='x'>", "</cpt>", "<noisymax>", "<parents>alarm</parents>", "<GIVEN>dog</GIVEN>",
];

const bifHead = "variable a { type discrete [2] { t, f }; }\n";
const xdslNode = (id: string, parents: string): string => `<cpt id="${id}"><state id="t"/><state id="f"/>${parents}<probabilities>0.5 0.5</probabilities></cpt>`;

/** Files made to be slow or to take much memory, by their length in characters. */
export const slowNetworks: Readonly<Record<string, { readonly format: NetworkFormat; readonly make: (length: number) => string }>> = {
  "BIF: signs that open": { format: "bif", make: (length) => "{([".repeat(length / 3) },
  "BIF: comments that open": { format: "bif", make: (length) => `${bifHead}/* `.repeat(length / 50) },
  "BIF: one property": { format: "bif", make: (length) => `network x { property ${"word ".repeat(length / 5)}` },
  "BIF: one number": { format: "bif", make: (length) => `${bifHead}probability (a) { table 0.${"3".repeat(length)} 0.5; }` },
  "BIF: one name": { format: "bif", make: (length) => `variable ${"x".repeat(length)} { }` },
  "BIF: many defaults": { format: "bif", make: (length) => `${bifHead}probability (a) { ${"default 1 0;".repeat(length / 12)} }` },
  "BIF: variables in a circle": { format: "bif", make: (length) => Array.from({ length: length / 100 }, (_, at) => `variable v${at} { type discrete [2] { t, f }; } probability (v${at} | v${(at + 1) % Math.floor(length / 100)}) { default 1 0; }\n`).join("") },
  "BIF: variables, each twice": { format: "bif", make: (length) => Array.from({ length: length / 84 }, (_, at) => `variable v${at} { type discrete [2] { t, f }; } variable v${at} { }\n`).join("") },
  "BIF: a chain": { format: "bif", make: (length) => Array.from({ length: length / 90 }, (_, at) => `variable v${at} { type discrete [2] { t, f }; } probability (v${at}${at === 0 ? "" : ` | v${at - 1}`}) { default 0.3 0.7; }\n`).join("") },
  "Hugin: parentheses that open": { format: "net", make: (length) => `node a { states = ("t" "f"); } potential (a) { data = ${"(".repeat(length)}` },
  "Hugin: parentheses in parentheses": { format: "net", make: (length) => `node a { states = ("t" "f"); } potential (a) { data = ${"(".repeat(length / 2)}0.5 0.5${")".repeat(length / 2)}; }` },
  "Hugin: quotes that open": { format: "net", make: (length) => `node a { label = ${'""'.repeat(length / 2)}"` },
  "Hugin: comments": { format: "net", make: (length) => `${"%\n".repeat(length / 2)}node a { states = ("t" "f"); } potential (a) { data = (0.5 0.5); }` },
  "XML: tags in tags": { format: "xmlbif", make: (length) => "<a>".repeat(length / 7) + "</a>".repeat(length / 7) },
  "XML: tags that open": { format: "xmlbif", make: (length) => "<a ".repeat(length / 3) },
  "XML: declarations": { format: "xmlbif", make: (length) => "<!a>".repeat(length / 4) },
  "XML: quotes that open": { format: "xmlbif", make: (length) => `<a ${'b="" '.repeat(length / 5)}c="` },
  "XML: ampersands": { format: "xmlbif", make: (length) => `<BIF>${"&a".repeat(length / 2)}</BIF>` },
  "XML: blanks in a tag": { format: "xmlbif", make: (length) => `<a${" ".repeat(length)}b` },
  "XML: comments and text": { format: "xmlbif", make: (length) => `<BIF>${"x<!---->".repeat(length / 8)}</BIF>` },
  "GeNIe: a node with many parents": { format: "xdsl", make: (length) => `<smile><nodes>${xdslNode("a", `<parents>${"a ".repeat(length / 2)}</parents>`)}</nodes></smile>` },
  "GeNIe: nodes": { format: "xdsl", make: (length) => `<smile><nodes>${Array.from({ length: length / 92 }, (_, at) => xdslNode(`n${at}`, at === 0 ? "" : `<parents>n${at - 1}</parents>`).replace("0.5 0.5", at === 0 ? "0.5 0.5" : "1 0 0 1")).join("")}</nodes></smile>` },
  "UAI: numbers": { format: "uai", make: (length) => `BAYES 1 ${Math.floor(length / 4)} 1 1 0 ${Math.floor(length / 4)} ${"0.5 ".repeat(length / 4)}` },
  "UAI: sizes": { format: "uai", make: (length) => `BAYES ${Math.floor(length / 9)} ${"99999999 ".repeat(length / 9)}` },
};
