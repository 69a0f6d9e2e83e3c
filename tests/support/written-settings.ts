import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Problem } from "../../components/planning/problem";
import { readSettings, type RawSettings } from "../../stacks/settings/read-settings";
import { SettingsError } from "../../stacks/settings/settings-error";

export interface Sections {
    [key: string]: unknown;
    network: Record<string, unknown>;
    groups: Record<string, unknown>;
    flows: Record<string, unknown>[];
}

export interface Declaration {
    readonly type?: string;
    readonly description?: string;
    readonly default?: unknown;
}

const readConfig = <Value>(file: string): Record<string, Value> =>
    (parse(readFileSync(join(__dirname, "..", "..", file), "utf8")) as { config: Record<string, Value> })
        .config;

/** What Pulumi.yaml says of each section. */
export const declarations = (): Record<string, Declaration> => readConfig("Pulumi.yaml");

/** A stack's settings as its file has them, over the project's defaults. */
export function writtenSettings(stack: string): { sections: Sections; region: string } {
    const { "aws:region": region, ...stated } = readConfig(`Pulumi.${stack}.yaml`);
    const defaults = Object.entries(declarations())
        .map(([key, declaration]) => [key, declaration.default] as const)
        .filter(([, value]) => value !== undefined);
    const own = Object.entries(stated)
        .filter(([key]) => key.startsWith("palisade:"))
        .map(([key, value]) => [key.replace("palisade:", ""), value]);
    return {
        sections: { ...Object.fromEntries(defaults), ...Object.fromEntries(own) } as Sections,
        region: region as string,
    };
}

/** A stack's configuration as Pulumi hands it to a program: everything under its namespace, as text. */
export function configOf(stack: string, change: Record<string, unknown> = {}): Record<string, string> {
    const { sections, region } = writtenSettings(stack);
    const config = Object.entries({ ...sections, ...change }).map(([key, value]) => [
        `palisade:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return { "aws:region": region, ...(Object.fromEntries(config) as Record<string, string>) };
}

/** Everything that is wrong with settings. */
export function problemsOf(raw: RawSettings): readonly Problem[] {
    try {
        readSettings(raw);
        return [];
    } catch (error) {
        if (!(error instanceof SettingsError)) {
            throw error;
        }
        return error.problems;
    }
}

/** The problems of production's settings after a change to its sections. */
export function problemsAfter(change: (sections: Sections) => Record<string, unknown>): readonly Problem[] {
    const { sections, region } = writtenSettings("prod");
    return problemsOf({ sections: { ...sections, ...change(sections) }, region });
}

/** The same map without some of its keys. */
export const without = (map: Record<string, unknown>, ...keys: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
