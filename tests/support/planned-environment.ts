import { join } from "node:path";
import { judge, type Judgement } from "../../cli/offline/judge";
import { readProjectStack } from "../../cli/offline/project";
import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { runOffline } from "../../cli/offline/run-program";
import { stackPolicies } from "../../cli/stack-policies";

const root = join(__dirname, "..", "..");

/** Sections of a stack's settings that differ from the committed ones; undefined leaves one empty. */
export interface SettingsChange {
    readonly [section: string]: unknown;
}

/** What a stack's program registers with changed settings, as the palisade command would record it. */
export async function plannedEnvironment(
    stack: string,
    change: SettingsChange = {},
): Promise<readonly RecordedRegistration[]> {
    const project = readProjectStack(root, stack);
    const sections = Object.entries(change).map(([section, value]) => [
        `palisade:${section}`,
        JSON.stringify(value ?? {}),
    ]);
    const config = { ...project.config, ...(Object.fromEntries(sections) as { [key: string]: string }) };
    return (await runOffline({ ...project, config })).registrations;
}

/** What the pack says of it, under the stack's own policy configuration and further one. */
export async function judgedEnvironment(
    stack: string,
    registrations: readonly RecordedRegistration[],
    policyConfig: { readonly [policy: string]: object } = {},
): Promise<Judgement> {
    const { policies, config } = stackPolicies(root, stack, undefined);
    const merged = Object.fromEntries(
        [...new Set([...Object.keys(config), ...Object.keys(policyConfig)])].map((policy) => [
            policy,
            { ...config[policy], ...policyConfig[policy] },
        ]),
    );
    return judge(registrations, policies, merged);
}
