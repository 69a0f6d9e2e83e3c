"use strict";

// Loaded into every Node process of a measured command: notes the most memory it had, in bytes.
const { appendFileSync } = require("node:fs");

process.on("exit", () => {
    appendFileSync(process.env.PALISADE_BENCH_MEMORY, `${process.resourceUsage().maxRSS * 1024}\n`);
});
