import { isReference, type SpecimenResource, type SpecimenValue } from "./specimen";

/** What CrossGuard hands on for one resource, before it is wrapped. */
export interface PlannedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: { readonly [property: string]: unknown };
    readonly outputs: { readonly [property: string]: unknown };
    readonly propertyDependencies: { readonly [property: string]: readonly string[] };
    /** The URN of the component it is made by. */
    readonly parent?: string;
}

/** `known`: an update, or a preview of what exists. `unknown`: the first preview, without any id. */
export type Form = "known" | "unknown";

/** The text that stands for an unknown value of any type that comes as a text (@pulumi/policy proxy.ts). */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function urnOf({ type, name }: SpecimenResource): string {
    return `urn:pulumi:test::palisade::${type}::${name}`;
}

/** The specimen as the engine would hand it to policies. */
export function planned(resources: readonly SpecimenResource[], form: Form): PlannedResource[] {
    const byName = new Map(resources.map((resource) => [resource.name, resource]));
    if (byName.size !== resources.length) {
        throw new Error("two resources of the specimen have one name");
    }
    const outputOf = (name: string, output: string): unknown => {
        const target = byName.get(name);
        if (target === undefined) {
            throw new Error(`the specimen refers to "${name}", which it does not have`);
        }
        if (target.inputs[output] !== undefined) {
            return resolve(target.inputs[output]);
        }
        if (form === "unknown") {
            return unknownText;
        }
        return target.outputs !== undefined && output in target.outputs
            ? resolve(target.outputs[output])
            : computed(target, output);
    };
    const resolve = (value: SpecimenValue): unknown => {
        if (isReference(value)) {
            return outputOf(value.reference, value.output);
        }
        if (Array.isArray(value)) {
            return (value as readonly SpecimenValue[]).map(resolve);
        }
        return typeof value === "object" && value !== null
            ? resolveAll(value as SpecimenResource["inputs"])
            : value;
    };
    const resolveAll = (values: SpecimenResource["inputs"]): { [key: string]: unknown } =>
        Object.fromEntries(
            Object.entries(values)
                .filter(([, value]) => value !== undefined)
                .map(([key, value]) => [key, resolve(value)]),
        );
    return resources.map((resource) => {
        const inputs = resolveAll(resource.inputs);
        const providerFills = ["id", "arn", "name", ...Object.keys(resource.outputs ?? {})];
        const filled = providerFills.map((output) => [output, outputOf(resource.name, output)]);
        return {
            urn: urnOf(resource),
            type: resource.type,
            name: resource.name,
            inputs,
            // Of a component the engine keeps what it registers as outputs, and no inputs.
            outputs: isComponent(resource) ? {} : { ...Object.fromEntries(filled), ...inputs },
            ...(resource.parent === undefined ? {} : { parent: urnOf(byName.get(resource.parent)!) }),
            propertyDependencies: Object.fromEntries(
                Object.entries(resource.inputs).map(([property, value]) => [
                    property,
                    [...new Set(referencesIn(value))].map((name) => urnOf(byName.get(name)!)),
                ]),
            ),
        };
    });
}

const isComponent = ({ type }: SpecimenResource): boolean => type.startsWith("palisade:");

/** How AWS begins the ids of things; those left out are named by their kind. */
const idPrefixes: { readonly [kind: string]: string } = {
    vpc: "vpc",
    subnet: "subnet",
    routeTable: "rtb",
    defaultRouteTable: "rtb",
    networkAcl: "acl",
    defaultNetworkAcl: "acl",
    securityGroup: "sg",
    defaultSecurityGroup: "sg",
    managedPrefixList: "pl",
    internetGateway: "igw",
    egressOnlyInternetGateway: "eigw",
    natGateway: "nat",
    vpcPeeringConnection: "pcx",
    vpcEndpoint: "vpce",
    networkInterface: "eni",
    launchTemplate: "lt",
    transitGateway: "tgw",
};

function computed(target: SpecimenResource, output: string): string {
    const kind = target.type.split(":")[1]!.split("/")[1]!;
    const named = `${idPrefixes[kind] ?? (target.type.includes("ec2/instance") ? "i" : kind)}-${target.name}`;
    switch (output) {
        case "id":
            return target.type.includes("/loadBalancer:") ? computed(target, "arn") : named;
        case "arn":
            return `arn:aws:test:us-east-1:111122223333:${kind}/${target.name}`;
        case "name":
            return target.name;
        default:
            return `${named}-${output}`;
    }
}

function referencesIn(value: SpecimenValue): string[] {
    if (isReference(value)) {
        return [value.reference];
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}
