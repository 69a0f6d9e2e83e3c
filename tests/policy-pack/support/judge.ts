import {
    unknownCheckingProxy,
    type Policies,
    type PolicyResource,
    type ResourceValidationArgs,
    type ResourceValidationPolicy,
    type StackValidationArgs,
    type StackValidationPolicy,
} from "@pulumi/policy";
import { expect } from "chai";
import type { Finding } from "../../../analysis/finding";
import type { PlannedResource } from "./plan";

type Policy = Policies[number];
type Judged = Policy & Partial<ResourceValidationPolicy> & Partial<StackValidationPolicy>;

const options = {
    protect: false,
    ignoreChanges: [],
    aliases: [],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [],
};

/** What the SDK throws where a policy says that a resource is not its business (server.ts). */
class NotApplicable extends Error {}

function notApplicable(reason?: string): never {
    throw new NotApplicable(reason);
}

function notUsed(): never {
    throw new Error("the policy asked for a class of the AWS package");
}

/** The `props` of a policy as the SDK makes them: a deep copy behind the proxy that throws on unknowns. */
const guarded = (properties: object): Record<string, unknown> =>
    unknownCheckingProxy(JSON.parse(JSON.stringify(properties))) as Record<string, unknown>;

/**
 * Runs policies over a plan as the SDK does (server.ts): each resource, then all of them, with fresh
 * objects for every policy. Fails when what a policy prints is not what it hands on as findings.
 */
export async function judge(
    policies: Policies,
    plan: readonly PlannedResource[],
    configuration: { readonly [policy: string]: object } = {},
): Promise<Finding[]> {
    const palisadeFindings: Finding[] = [];
    const printed: string[] = [];
    const printing = (message: string): void => void printed.push(message);
    const common = (policy: Policy) => ({
        stackTags: new Map<string, string>(),
        getConfig: <T extends object>(): T => (configuration[policy.name] ?? {}) as T,
        notApplicable,
        palisadeFindings,
    });
    for (const resource of plan) {
        for (const policy of policies as Judged[]) {
            const args: ResourceValidationArgs = {
                ...common(policy),
                type: resource.type,
                urn: resource.urn,
                name: resource.name,
                props: guarded(resource.inputs),
                opts: { ...options, ...(resource.parent === undefined ? {} : { parent: resource.parent }) },
                isType: notUsed,
                asType: notUsed,
            };
            for (const validate of [policy.validateResource ?? []].flat()) {
                try {
                    await validate(args, printing);
                } catch (error) {
                    if (!(error instanceof NotApplicable)) {
                        throw error;
                    }
                }
            }
        }
    }
    for (const policy of policies as Judged[]) {
        const args: StackValidationArgs = { ...common(policy), resources: policyResources(plan) };
        await policy.validateStack?.(args, printing);
    }
    expect(printed, "what is printed").to.have.length(palisadeFindings.length);
    palisadeFindings.forEach((finding, i) => expect(printed[i]).to.include(finding.message));
    return palisadeFindings;
}

function policyResources(plan: readonly PlannedResource[]): PolicyResource[] {
    const resources = plan.map(({ urn, type, name, outputs }): PolicyResource => ({
        type,
        urn,
        name,
        props: guarded(outputs),
        opts: options,
        dependencies: [],
        propertyDependencies: {},
        isType: notUsed,
        asType: notUsed,
    }));
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    plan.forEach(({ propertyDependencies, parent }, i) => {
        const resource = resources[i]!;
        if (parent !== undefined) {
            resource.parent = byUrn.get(parent)!;
        }
        for (const [property, urns] of Object.entries(propertyDependencies)) {
            resource.propertyDependencies[property] = urns.map((urn) => byUrn.get(urn)!);
        }
        resource.dependencies = [...new Set(Object.values(resource.propertyDependencies).flat())];
    });
    return resources;
}
