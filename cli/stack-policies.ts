import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { policiesOf } from "../policy-pack/pack";
import { rules } from "../policy-pack/rules";
import type { Policy, PolicyConfig } from "./offline/judge";
import { ProjectSettingsError } from "./offline/settings-problem";

/** The pack's policies for one run, and how the stack configures them. */
export interface StackPolicies {
    readonly policies: readonly Policy[];
    readonly config: PolicyConfig;
}

/**
 * The policy pack as the engine would load it for a stack: configured by `policy-pack/config/<stack>.json`
 * or by the file given, and with the project's waivers. Throws a settings error for a file it cannot read.
 */
export function stackPolicies(root: string, stack: string, configPath: string | undefined): StackPolicies {
    const pack = join(root, "policy-pack");
    const stated = configPath === undefined ? join(pack, "config", `${stack}.json`) : resolve(configPath);
    if (configPath !== undefined && !existsSync(stated)) {
        throw new ProjectSettingsError([`--policy-config: ${stated} does not exist`]);
    }
    const config = existsSync(stated) ? readConfig(stated) : {};
    const waivers = join(pack, "waivers.json");
    const policies = policiesOf(rules, {
        ...(existsSync(waivers) ? { waivers: readFileSync(waivers, "utf8") } : {}),
        today: new Date().toISOString().slice(0, 10),
        configuration: () => new Map(Object.entries(config)),
    });
    return { policies, config };
}

/** Reads a configuration as `pulumi --policy-pack-config` does: a policy may be given its level alone. */
function readConfig(path: string): PolicyConfig {
    const stated = parse(path);
    return Object.fromEntries(
        Object.entries(stated).map(([policy, section]) => [
            policy,
            typeof section === "string" ? { enforcementLevel: section } : section,
        ]),
    ) as PolicyConfig;
}

function parse(path: string): object {
    try {
        return JSON.parse(readFileSync(path, "utf8")) as object;
    } catch (error) {
        throw new ProjectSettingsError([
            `${path}: ${error instanceof Error ? error.message : String(error)}`,
        ]);
    }
}
