const floors = require("./scripts/floors.cjs");

const pure = Object.keys(floors).filter((floor) => floor !== "cli");
const tests = "\\.test\\.ts$";

const floorRule = ([floor, below]) => ({
  name: `floor-${floor}`,
  comment: `${floor} may import ${["itself", ...below].join(", ")}. If it needs more, the thing belongs to another floor, or a floor below lacks a word.`,
  severity: "error",
  from: { path: `^src/${floor}/`, pathNot: tests },
  to: { path: "^src/", pathNot: `^src/(${[floor, ...below].join("|")})/` },
});

module.exports = {
  forbidden: [
    ...Object.entries(floors).map(floorRule),
    {
      name: "unknown-floor",
      comment: "Every file of src/ stands on a floor of the table in .dependency-cruiser.cjs.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${Object.keys(floors).join("|")})/` },
      to: {},
    },
    {
      name: "techniques-are-strangers",
      comment: "A technique never imports another: say what you need in `refers`, declare what others need.",
      severity: "error",
      from: { path: "^src/techniques/([^/]+)/", pathNot: tests },
      to: { path: "^src/techniques/", pathNot: "^src/techniques/$1/" },
    },
    {
      name: "technique-front-door",
      comment: "From outside only techniques/index.ts is seen.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/techniques/|${tests}` },
      to: { path: "^src/techniques/", pathNot: "^src/techniques/index\\.ts$" },
    },
    {
      name: "pure-floors-no-io",
      comment: "Clock, randomness and IO are arguments, given by the shells.",
      severity: "error",
      from: { path: `^src/(${pure.join("|")})/`, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    { name: "no-circular", comment: "A cycle hides which of the two knows the other. Move the shared noun down a floor.", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    { name: "resolvable", comment: "An import that leads nowhere (mdast and topojson-specification are packages of types alone).", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^(?:mdast|topojson-specification)$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".mjs", ".js"] },
  },
};
