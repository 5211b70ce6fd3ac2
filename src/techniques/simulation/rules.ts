import { eventRules } from "./rules-events.ts";
import { mappingRules } from "./rules-mapping.ts";
import { settingRules } from "./rules-settings.ts";

export const rules = [...mappingRules, ...settingRules, ...eventRules];
