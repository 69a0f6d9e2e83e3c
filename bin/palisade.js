#!/usr/bin/env node
"use strict";

// Runs the command straight from its TypeScript sources, so that what is previewed is what is written.
// Where Node can (22.8), what it compiles is kept too.
require("node:module").enableCompileCache?.();
require("./deferred-modules").deferModules();
require("./typescript-sources").registerTypeScript();
require("../cli/main.ts");
