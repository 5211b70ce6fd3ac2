import { spokenName } from "#core/read-ids";
import { plain } from "#model/prose";
import type { Hypothesis, Test } from "./schema.ts";

/** What a sentence calls a test. */
export const testName = ({ id, text }: Pick<Test, "id" | "text">): string => spokenName({ id, kind: "test", title: plain(text) });

/** What a sentence calls a hypothesis. */
export const hypothesisName = ({ id, text }: Pick<Hypothesis, "id" | "text">): string => spokenName({ id, kind: "hypothesis", title: plain(text) });
