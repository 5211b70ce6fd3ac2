// Writes the data files of src/atlas from the packages that they are drawn from.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { atlasFiles } from "./atlas.ts";

for (const [file, text] of Object.entries(atlasFiles())) writeFileSync(join(import.meta.dirname, "../src/atlas", file), text);
