#!/usr/bin/env node
// Starts the command line of a checkout; builds it first where its sources are newer than the build.
import * as module from "node:module";
import { ensureBuilt } from "../scripts/prepare.mjs";

module.enableCompileCache?.();
ensureBuilt();
await import("../dist/main.js");
