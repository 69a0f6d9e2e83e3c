import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { unknownText } from "../../cli/offline/wire-values";

/** Another resource's output, where a property of a changed or added resource names it. */
export interface Reference {
    readonly refersTo: string;
}

export type Value =
    | boolean
    | number
    | string
    | null
    | undefined
    | Reference
    | readonly Value[]
    | { readonly [key: string]: Value };

export type Inputs = { readonly [property: string]: Value };

export const refer = ({ urn }: RecordedRegistration): Reference => ({ refersTo: urn });

/** A value that nobody can know before the update, and that does not say where it comes from. */
export const unknown = unknownText;

/** Properties by which a resource hangs on another one, and goes with it. */
const ties = new Set([
    ...["autoscalingGroupName", "backupVaultName", "baselineId", "bucket", "detectorId", "keyArn"],
    ...["loadBalancerArn", "logGroupName", "name", "networkAclId", "planId", "resolverQueryLogConfigId"],
    ...["resourceArn", "restoreTestingPlanName", "role", "routeTableId", "rule", "secretId"],
    ...["securityGroupId", "subnetId", "targetKeyId", "topic", "vpcEndpointId", "vpcId", "windowId"],
]);

/** What others name only to be made after it: without it, they name what it names. */
const passedThrough = new Set(["aws:s3/bucketPolicy:BucketPolicy", "aws:sns/topicPolicy:TopicPolicy"]);

/** What a program registered, and ways to change it. Nothing changes in place. */
export class Plan {
    public constructor(public readonly registrations: readonly RecordedRegistration[]) {}

    /** The managed resources of these types. Throws when there is none: an operator would do nothing. */
    public ofType(...types: readonly string[]): readonly RecordedRegistration[] {
        const found = this.registrations.filter(({ type }) => types.includes(type));
        if (found.length === 0) {
            throw new Error(`the plan has no ${types.join(", ")}`);
        }
        return found;
    }

    public one(type: string, name: string): RecordedRegistration {
        const found = this.registrations.find((one) => one.type === type && one.name === name);
        if (found === undefined) {
            throw new Error(`the plan has no ${type} called "${name}"`);
        }
        return found;
    }

    /** Sets inputs by dotted path; undefined takes one away. */
    public with(resource: RecordedRegistration, changes: Inputs): Plan {
        let { inputs, propertyDependencies } = resource;
        for (const [path, value] of Object.entries(changes)) {
            const [property = "", ...inner] = path.split(".");
            const sources = [...(inner.length > 0 ? (propertyDependencies[property] ?? []) : [])];
            const resolved = resolve(value, sources);
            inputs = replaced(inputs, [property, ...inner], resolved) as typeof inputs;
            propertyDependencies = { ...propertyDependencies, [property]: [...new Set(sources)] };
        }
        return this.replacing(resource, {
            ...resource,
            inputs,
            outputs: outputsOf(resource, inputs),
            propertyDependencies,
        });
    }

    public replacing(resource: RecordedRegistration, by: RecordedRegistration): Plan {
        return new Plan(this.registrations.map((one) => (one === resource ? by : one)));
    }

    /** The same resource under another type token. */
    public retyped(resource: RecordedRegistration, type: string): Plan {
        const urn =
            resource.urn.replace(`::${resource.name}`, "").replace(resource.type, type) +
            `::${resource.name}`;
        const renamed = (urns: readonly string[]): string[] =>
            urns.map((one) => (one === resource.urn ? urn : one));
        return new Plan(
            this.registrations.map((one) => ({
                ...one,
                ...(one === resource ? { type, urn } : {}),
                dependencies: renamed(one.dependencies),
                propertyDependencies: Object.fromEntries(
                    Object.entries(one.propertyDependencies).map(([property, urns]) => [
                        property,
                        renamed(urns),
                    ]),
                ),
            })),
        );
    }

    /** With one more resource, registered last and by the program itself. */
    public adding(type: string, name: string, inputs: Inputs): Plan {
        const like = this.ofType("aws:ec2/vpc:Vpc")[0]!;
        const stack = this.ofType("pulumi:pulumi:Stack")[0]!;
        const bare: RecordedRegistration = {
            ...like,
            type,
            name,
            urn: `${stack.urn.split("::").slice(0, 2).join("::")}::${type}::${name}`,
            parent: stack.urn,
            inputs: {},
            outputs: {},
            dependencies: [],
            propertyDependencies: {},
        };
        return new Plan([...this.registrations, bare]).with(bare, { tags: commonTags, ...inputs });
    }

    /** Without these resources, those that hang on them, and what else names them. */
    public without(...resources: readonly RecordedRegistration[]): Plan {
        const gone = new Map(resources.map((resource) => [resource.urn, resource]));
        for (const { urn, ...one } of this.registrations) {
            const hangs = Object.entries(one.propertyDependencies).some(
                ([property, urns]) =>
                    ties.has(property) &&
                    urns.some((named) => gone.has(named) && !passedThrough.has(gone.get(named)!.type)),
            );
            if (hangs) {
                gone.set(urn, { urn, ...one });
            }
        }
        return new Plan(
            this.registrations.filter(({ urn }) => !gone.has(urn)).map((one) => letGo(one, gone)),
        );
    }
}

export const commonTags = {
    environment: "prod",
    owner: "platform",
    Name: "prod-added",
    Tier: "shared",
    DataClassification: "internal",
};

/** The resource without what it says of those that are gone. */
function letGo(
    resource: RecordedRegistration,
    gone: ReadonlyMap<string, RecordedRegistration>,
): RecordedRegistration {
    const stays = (urn: string): boolean => !gone.has(urn);
    const lost = Object.entries(resource.propertyDependencies).filter(([, urns]) => !urns.every(stays));
    if (lost.length === 0 && resource.dependencies.every(stays)) {
        return resource;
    }
    const inputs = { ...resource.inputs };
    const propertyDependencies = { ...resource.propertyDependencies };
    for (const [property, urns] of lost) {
        const behind = urns.flatMap((urn) => {
            const one = gone.get(urn);
            return one !== undefined && passedThrough.has(one.type)
                ? Object.values(one.propertyDependencies).flat()
                : [];
        });
        const left = [...urns.filter(stays), ...behind.filter(stays)];
        propertyDependencies[property] = left;
        const value = inputs[property];
        if (Array.isArray(value) && value.length === urns.length) {
            inputs[property] = value.slice(0, left.length);
        } else if (left.length === 0) {
            delete inputs[property];
        }
    }
    return {
        ...resource,
        inputs,
        outputs: resource.custom ? outputsOf(resource, inputs) : resource.outputs,
        propertyDependencies,
        dependencies: resource.dependencies.filter(stays),
    };
}

/** The outputs follow the inputs; what the provider fills in beside them stays. */
function outputsOf(
    { inputs: before, outputs }: RecordedRegistration,
    inputs: RecordedRegistration["inputs"],
): RecordedRegistration["outputs"] {
    const filledIn = Object.entries(outputs).filter(([property]) => !(property in before));
    const tags = "tagsAll" in outputs ? { tagsAll: inputs.tags ?? {} } : {};
    return { ...Object.fromEntries(filledIn), ...inputs, ...tags };
}

function resolve(value: Value, sources: string[]): unknown {
    if (Array.isArray(value)) {
        return (value as readonly Value[]).map((item) => resolve(item, sources));
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if ("refersTo" in value) {
        sources.push((value as Reference).refersTo);
        return unknownText;
    }
    return Object.fromEntries(
        Object.entries(value as Inputs).map(([key, item]) => [key, resolve(item, sources)]),
    );
}

function replaced(holder: unknown, path: readonly string[], value: unknown): unknown {
    const [step, ...rest] = path;
    if (step === undefined) {
        return value;
    }
    const copy = (Array.isArray(holder) ? [...(holder as unknown[])] : { ...(holder as object) }) as {
        [key: string]: unknown;
    };
    const inner = replaced(copy[step], rest, value);
    if (inner !== undefined) {
        copy[step] = inner;
    } else if (Array.isArray(copy)) {
        copy.splice(Number(step), 1);
    } else {
        delete copy[step];
    }
    return copy;
}
