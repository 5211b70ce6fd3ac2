import { entryRules } from "./rules-entry.ts";
import { gradeRules } from "./rules-grade.ts";
import { registerRules } from "./rules-register.ts";

export const rules = [...entryRules, ...gradeRules, ...registerRules];
