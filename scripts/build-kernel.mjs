// `npm run kernel` compiles src/bayes/kernel/kernel.as.ts, and what it imports, into module.ts beside it; with --check it only says whether what is
// there is what the source gives.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { root } from "./prepare.mjs";

const source = "src/bayes/kernel/kernel.as.ts";
const target = join(root, "src/bayes/kernel/module.ts");

/** The text of the module that holds the kernel as compiled from its source. */
async function compileKernel() {
  let bytes;
  const { error, stderr } = await asc.main([source, "--outFile", "kernel.wasm", "-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd"], {
    readFile: (name) => (name.endsWith(".as.ts") && existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : null),
    writeFile: (name, contents) => {
      if (name === "kernel.wasm") bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(stderr.toString());
  return `/** Generated from kernel.as.ts by \`npm run kernel\`: ${bytes.length} bytes of WebAssembly as base64. */\nexport const kernelModule =\n  "${Buffer.from(bytes).toString("base64")}";\n`;
}

const text = await compileKernel();
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readFileSync(target, "utf8") !== text) {
  console.error("src/bayes/kernel/module.ts is not what kernel.as.ts compiles to. Run npm run kernel.");
  process.exitCode = 1;
}
