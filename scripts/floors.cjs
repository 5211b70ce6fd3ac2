/** The floors as data: what each may import of ours. See docs/rationale/floors.md. */
module.exports = {
  kit: [],
  atlas: ["kit"],
  model: ["kit"],
  reader: ["kit", "model"],
  bayes: ["kit"],
  bargaining: ["kit"],
  scoring: ["kit"],
  core: ["kit", "model", "bayes", "bargaining", "scoring"],
  techniques: ["kit", "atlas", "model", "bayes", "bargaining", "scoring", "core"],
  workbench: ["kit", "atlas", "model", "reader", "bayes", "bargaining", "scoring", "core", "techniques"],
  report: ["kit", "atlas", "model"],
  exchange: ["kit", "model", "bayes"],
  cli: ["kit", "model", "workbench", "report", "exchange"],
};
