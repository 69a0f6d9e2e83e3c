import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { CommandOptions } from "./engine-stack";
import type { EngineEvent } from "./effects";

const root = join(__dirname, "..", "..", "..");
/** The folder of our policy pack. */
export const policyPack = join(root, "policy-pack");

/** Builds the pack as it is published; the engine runs what is built and not its source. */
export function buildPolicyPack(): void {
    execFileSync(process.execPath, ["--import", "tsx", join(root, "scripts", "build-policy-pack.ts")], {
        cwd: root,
    });
}

/** The flags that judge by our policy pack with an environment's configuration. */
export const judged = (environment: string): readonly string[] => [
    `--policy-pack=${policyPack}`,
    `--policy-pack-config=${join(policyPack, "config", `${environment}.json`)}`,
];

/** As `judged`, for a command that takes options. */
export const withPolicies = (environment: string): CommandOptions => ({ flags: judged(environment) });

export interface Verdict {
    readonly policy: string;
    readonly level: string;
    readonly message: string;
    readonly urn?: string;
}

/** What the policies said, in the order of their names and words. */
export const verdictsOf = (events: readonly EngineEvent[]): Verdict[] =>
    events
        .flatMap(({ policyEvent }) => policyEvent ?? [])
        .map(({ policyName, enforcementLevel, message, resourceUrn }) => ({
            policy: policyName,
            level: enforcementLevel,
            message: message.trim(),
            ...(resourceUrn ? { urn: resourceUrn } : {}),
        }))
        .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
