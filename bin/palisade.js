#!/usr/bin/env node
"use strict";

// Runs the command straight from its TypeScript source, so that what is previewed is what is written.
require("tsx/cjs");
require("../cli/main.ts");
