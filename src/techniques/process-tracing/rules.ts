import { frameRules } from "./rules-frame.ts";
import { testRules } from "./rules-tests.ts";

export const rules = [...frameRules, ...testRules];
