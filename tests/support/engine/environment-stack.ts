import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import program from "../../../stacks";
import type { EngineHome } from "./engine-home";
import { EngineStack } from "./engine-stack";
import type { StackConfig } from "./engine-stack";
import type { Program } from "./language-server";
import { Account } from "./account";
import { SimulatedAws } from "./simulated-aws";

const root = join(__dirname, "..", "..", "..");
const readYaml = (file: string) => parse(readFileSync(join(root, file), "utf8")) as Record<string, unknown>;

/** The settings of an environment of ours, as its stack file has them. */
export const settingsOf = (environment: string): StackConfig =>
    readYaml(`Pulumi.${environment}.yaml`)["config"] as StackConfig;

/** Settings with one section changed, as its owner would edit the file. */
export function edited(config: StackConfig, section: string, edit: object): StackConfig {
    const key = `palisade:${section}`;
    const written = config[key] as object | undefined;
    return { ...config, [key]: Array.isArray(edit) ? edit : { ...written, ...edit } };
}

/** A section as Pulumi.yaml has it for all environments. */
export function sharedSection(section: string): unknown {
    const shared = readYaml("Pulumi.yaml")["config"] as Record<string, { default?: unknown }>;
    return shared[section]?.default;
}

/** The account that a stack's settings name, empty. */
export const accountOf = (config: StackConfig): SimulatedAws =>
    new SimulatedAws(new Account(config["palisade:account"] as string, config["aws:region"] as string));

/** The program of every stack, with our project file, as a stack of its own on the engine. */
export async function environmentStack(
    home: EngineHome,
    aws: SimulatedAws,
    stack: string,
    config: StackConfig,
    own: Program = async () => ({ ...program() }),
): Promise<EngineStack> {
    // The engine is handed the running program, so that the project's `main` has nothing to say.
    const project = { ...readYaml("Pulumi.yaml"), main: undefined };
    return EngineStack.create({
        home,
        aws,
        stack,
        config,
        projectFile: stringify(project),
        program: own,
    });
}
