import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { ProjectSettingsError } from "./settings-problem";
import { stackConfigOf, type ConfigDeclarations, type ResolvedConfig } from "./stack-config";

/** A Pulumi project and one of its stacks, as their files describe them. */
export interface ProjectStack extends ResolvedConfig {
    readonly project: string;
    readonly stack: string;
    /** The folder that holds `Pulumi.yaml`. */
    readonly root: string;
    /** The program's file, and the folder the engine runs it in. */
    readonly program: string;
    readonly workingDirectory: string;
}

interface ProjectFile {
    readonly name?: string;
    readonly main?: string;
    readonly stackConfigDir?: string;
    readonly config?: ConfigDeclarations | string;
}

/** Reads `Pulumi.yaml` and the stack's file in `root`, and applies the declared defaults. */
export function readProjectStack(root: string, stack: string): ProjectStack {
    const projectPath = join(root, "Pulumi.yaml");
    if (!existsSync(projectPath)) {
        throw new ProjectSettingsError([`no Pulumi.yaml in ${root}; run palisade in the project's folder`]);
    }
    const file = readYaml<ProjectFile>(projectPath);
    const project = file.name ?? basename(root);
    const configDirectory = join(root, file.stackConfigDir ?? "");
    const stackPath = join(configDirectory, `Pulumi.${stack}.yaml`);
    if (!existsSync(stackPath)) {
        const known = stacksIn(configDirectory);
        throw new ProjectSettingsError([
            `stack "${stack}" has no settings: ${stackPath} does not exist; ` +
                (known.length === 0 ? "there are no stacks here" : `the stacks here are ${known.join(", ")}`),
        ]);
    }
    const declarations = typeof file.config === "object" ? file.config : {};
    const stackFile = readYaml<{ readonly config?: { readonly [key: string]: unknown } }>(stackPath);
    const program = programPath(root, file.main);
    return {
        project,
        stack,
        root,
        program,
        workingDirectory: file.main === undefined ? root : dirname(program),
        ...stackConfigOf(project, declarations, stackFile.config ?? {}, basename(stackPath)),
    };
}

/** The stacks a project has settings for, by name. */
export const stacksIn = (directory: string): readonly string[] =>
    readdirSync(directory)
        .map((file) => /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1])
        .filter((name) => name !== undefined)
        .sort();

function programPath(root: string, main: string | undefined): string {
    if (main !== undefined) {
        return resolve(root, main);
    }
    const packagePath = join(root, "package.json");
    const stated = existsSync(packagePath)
        ? (JSON.parse(readFileSync(packagePath, "utf8")) as { readonly main?: string }).main
        : undefined;
    return resolve(root, stated ?? "index.ts");
}

function readYaml<T extends object>(path: string): T {
    try {
        return (parse(readFileSync(path, "utf8")) ?? {}) as T;
    } catch (error) {
        throw new ProjectSettingsError([
            `${basename(path)}: ${error instanceof Error ? error.message : String(error)}`,
        ]);
    }
}
