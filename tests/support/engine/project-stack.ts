import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { EngineHome } from "./engine-home";
import { EngineStack } from "./engine-stack";
import type { Plugins, StackConfig } from "./engine-stack";
import type { SimulatedAws } from "./simulated-aws";

const load = createRequire(__filename);

/** A project that has its program in `index.ts`, as a stack on the engine with the stack file of its own. */
export function projectStack(
    home: EngineHome,
    aws: SimulatedAws,
    folder: string,
    stack: string,
    plugins: Plugins = {},
): Promise<EngineStack> {
    const read = (file: string) => parse(readFileSync(join(folder, file), "utf8")) as Record<string, unknown>;
    return EngineStack.create({
        home,
        aws,
        stack,
        plugins,
        projectFile: stringify({ ...read("Pulumi.yaml"), main: undefined }),
        config: read(`Pulumi.${stack}.yaml`)["config"] as StackConfig,
        program: async () => {
            // A program registers while it is loaded, so each run loads it anew.
            for (const file of Object.keys(load.cache).filter((loaded) => loaded.startsWith(folder))) {
                delete load.cache[file];
            }
            return load(join(folder, "index.ts")) as Record<string, unknown>;
        },
    });
}
