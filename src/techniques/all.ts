export { limitations } from "./limitations/index.ts";
export { scenarios } from "./scenarios/index.ts";
export { sources } from "./sources/index.ts";
