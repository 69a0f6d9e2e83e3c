import { buildSync } from "esbuild";
import { join } from "node:path";

const pack = join(__dirname, "..", "policy-pack");

// The engine's host compiles and type-checks a pack written in TypeScript at every start, which takes
// seconds; plain JavaScript starts at once.
buildSync({
    entryPoints: [join(pack, "index.ts"), join(pack, "policies.ts")],
    outdir: join(pack, "dist"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["@pulumi/*"],
    sourcemap: "linked",
    legalComments: "linked",
    logLevel: "warning",
});
