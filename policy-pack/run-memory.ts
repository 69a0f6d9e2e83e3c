import { createHash } from "node:crypto";
import type { ResourceRecord } from "../analysis/model/resource-record";
import {
    recordFromValidatedResource,
    recordsFromPolicyResources,
    type StackPolicyResource,
    type ValidatedResource,
} from "../analysis/readers/policy-resources";
import { Stack } from "./stack";

/**
 * The policy whose view of single resources is remembered. It is shown all of a run's, or none: one that
 * is tried by itself would leave resources behind that the next stack has no part in.
 */
export const observingPolicy = "config-integrity";

/**
 * The SDK hands every policy fresh objects of the same resources. This remembers what was read from
 * them, so that a run reads each resource, and builds the network model, once and not once a policy.
 */
export class RunMemory {
    private lastRecord: { readonly fingerprint: string; readonly record: ResourceRecord } | undefined;
    private lastStack: { readonly fingerprint: string; readonly stack: Stack } | undefined;
    private readonly stacks = new WeakMap<object, Stack>();
    /** By the very properties handed in: whoever hands every policy the same object pays for it once. */
    private readonly records = new WeakMap<object, ResourceRecord>();
    /** What the observing policy has seen since the last stack was read. */
    private readonly validated = new Map<string, ResourceRecord>();

    /** `today` is the day of the run, `YYYY-MM-DD`. */
    public constructor(private readonly today: string) {}

    /**
     * `isLasting` is the promise that the object stays as it is, and stands for this resource alone. The
     * CLI gives it; whoever makes arguments by hand may change them and ask again.
     */
    public record(resource: ValidatedResource, isLasting = false): ResourceRecord {
        const record = (isLasting ? this.records.get(resource.props) : undefined) ?? this.readOnce(resource);
        if (isLasting) {
            this.records.set(resource.props, record);
        }
        return record;
    }

    /** Keeps what a resource policy has seen, to tell inputs from outputs when the stack is read. */
    public remember(record: ResourceRecord): void {
        this.validated.set(record.urn, record);
    }

    private readOnce(resource: ValidatedResource): ResourceRecord {
        const fingerprint = fingerprintOf(resource);
        if (this.lastRecord?.fingerprint !== fingerprint) {
            this.lastRecord = { fingerprint, record: recordFromValidatedResource(resource) };
        }
        return this.lastRecord.record;
    }

    public stack(resources: readonly StackPolicyResource[], isLasting = false): Stack {
        const same = isLasting ? this.stacks.get(resources) : undefined;
        if (same !== undefined) {
            return same;
        }
        const providers = providersOf(resources);
        const hash = createHash("sha1");
        for (const provider of providers) {
            hash.update(fingerprintOf(provider));
        }
        for (const resource of resources) {
            hash.update(fingerprintOf(resource));
            hash.update(dependencyText(resource));
        }
        const fingerprint = hash.digest("base64");
        if (this.lastStack?.fingerprint !== fingerprint) {
            const records = recordsFromPolicyResources(resources, this.validatedIn(resources)).map(
                managedIfComputed,
            );
            this.lastStack = {
                fingerprint,
                stack: new Stack(records, this.today, providers.map(recordFromValidatedResource)),
            };
        }
        if (isLasting) {
            this.stacks.set(resources, this.lastStack.stack);
        }
        return this.lastStack.stack;
    }

    /** The inputs that this run's resource policies saw; none where they were of another stack. */
    private validatedIn(
        resources: readonly StackPolicyResource[],
    ): ReadonlyMap<string, ResourceRecord> | undefined {
        const seen = new Map(this.validated);
        this.validated.clear();
        const urns = new Set(resources.map(({ urn }) => urn));
        // Providers are asked about, and need not be among what is handed in.
        const isOfThisStack = [...seen.values()].every(
            ({ urn, type }) => urns.has(urn) || !type.startsWith("aws:"),
        );
        return seen.size > 0 && isOfThisStack ? seen : undefined;
    }
}

/**
 * Resource policies see all that is managed, so what they have not seen is only read. What was computed
 * from other resources' outputs is managed all the same: the engine keeps no such thing of what is read.
 */
function managedIfComputed(record: ResourceRecord): ResourceRecord {
    const isComputed = Object.values(record.propertyDependencies).some((urns) => urns.length > 0);
    return record.external === true && isComputed ? { ...record, external: false } : record;
}

/** Each provider of these resources once. The engine hands them on with what they provide for. */
function providersOf(resources: readonly StackPolicyResource[]): readonly ValidatedResource[] {
    const byUrn = new Map(
        resources.flatMap(({ provider }) =>
            provider?.props === undefined ? [] : [[provider.urn, provider as ValidatedResource] as const],
        ),
    );
    return [...byUrn.values()];
}

/** CrossGuard's proxy hands out what it guards under this name; touching the proxy itself can throw. */
function fingerprintOf(resource: ValidatedResource): string {
    const guarded = (resource.props as { readonly __getSpecialProxyTarget?: unknown } | undefined)
        ?.__getSpecialProxyTarget;
    const { urn, type, opts, provider } = resource;
    return JSON.stringify([urn, type, opts?.protect, opts?.parent, provider?.urn, guarded ?? resource.props]);
}

function dependencyText(resource: StackPolicyResource): string {
    const urnsOf = (list: readonly { readonly urn: string }[]): string[] => list.map(({ urn }) => urn);
    return JSON.stringify([
        urnsOf(resource.dependencies ?? []),
        Object.entries(resource.propertyDependencies ?? {}).map(([name, list]) => [name, urnsOf(list)]),
    ]);
}
