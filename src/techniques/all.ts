export { changeLog } from "./change-log/index.ts";
export { counterarguments } from "./counterarguments/index.ts";
export { keyFindings } from "./key-findings/index.ts";
export { limitations } from "./limitations/index.ts";
export { narrative } from "./narrative/index.ts";
export { processTracing } from "./process-tracing/index.ts";
export { scenarios } from "./scenarios/index.ts";
export { sources } from "./sources/index.ts";
