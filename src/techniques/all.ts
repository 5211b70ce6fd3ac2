export { limitations } from "./limitations/index.ts";
