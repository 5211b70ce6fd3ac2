import type { LocatedFinding, Severity } from "#model/finding";

/** A rule as SARIF lists it. */
export interface SarifRule {
  readonly name: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly standard: string;
  readonly severity: Severity;
}

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * Findings as a SARIF 2.1.0 log (OASIS, 2020). Columns count UTF-16 code units, as the log says.
 * `rules` are all rules that could have fired; each result points to its own.
 */
export function sarifLog(findings: readonly LocatedFinding[], rules: readonly SarifRule[], version: string): unknown {
  const index = new Map(rules.map(({ name }, at) => [name, at]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "rapporteur", version, rules: rules.map(describeRule) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, index)),
      },
    ],
  };
}

const describeRule = ({ name, what, why, remedy, standard, severity }: SarifRule) => ({
  id: name,
  shortDescription: { text: what },
  fullDescription: { text: why },
  help: { text: `${remedy} (${standard})` },
  defaultConfiguration: { level: levels[severity] },
});

const resultOf = (finding: LocatedFinding, index: ReadonlyMap<string, number>) => ({
  ruleId: finding.rule,
  ...(index.has(finding.rule) && { ruleIndex: index.get(finding.rule) }),
  level: levels[finding.severity],
  message: { text: `${finding.what} ${finding.why} ${finding.remedy}` },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(finding.file.replaceAll("\\", "/")) },
        region: { startLine: finding.line, startColumn: finding.column, endLine: finding.endLine, endColumn: finding.endColumn },
      },
    },
  ],
});
