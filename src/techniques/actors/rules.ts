import { positionRules } from "./rules-position.ts";
import { registerRules } from "./rules-register.ts";

export const rules = [...positionRules, ...registerRules];
