import type { PropertyValue, ResourceRecord } from "../../../analysis/model/resource-record";
import { unknownValue } from "../../../analysis/model/resource-record";

/** An output of another resource of the specimen, as a program passes it on. */
export class Ref {
    constructor(
        readonly target: Specimen,
        readonly output: string,
    ) {}
}

export type Input =
    Ref | null | undefined | boolean | number | string | Input[] | { [property: string]: Input };

export interface Specimen {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: { readonly [property: string]: Input };
    readonly position: number;
    readonly external: boolean;
}

/** Before the first deployment (ids unknown, URNs known), or after it (ids and outputs known). */
export type Form = "preview" | "deployed";

const idPrefixes: { readonly [type: string]: string } = {
    Vpc: "vpc",
    Subnet: "subnet",
    SecurityGroup: "sg",
    RouteTable: "rtb",
    NetworkAcl: "acl",
    Instance: "i",
    NetworkInterface: "eni",
    InternetGateway: "igw",
    NatGateway: "nat",
    ManagedPrefixList: "pl",
    VpcEndpoint: "vpce",
    VpcPeeringConnection: "pcx",
    TransitGateway: "tgw",
    LaunchTemplate: "lt",
};

/** A small stack that is written once and read in both forms, for both must mean the same network. */
export class SpecimenStack {
    private readonly specimens: Specimen[] = [];

    add(type: string, name: string, inputs: Specimen["inputs"], external = false): Specimen {
        const specimen: Specimen = {
            urn: `urn:pulumi:test::specimen::${type}::${name}`,
            type,
            name,
            inputs,
            position: this.specimens.length,
            external,
        };
        this.specimens.push(specimen);
        return specimen;
    }

    records(form: Form): ResourceRecord[] {
        return this.specimens.map((specimen) => this.record(specimen, form));
    }

    private record(specimen: Specimen, form: Form): ResourceRecord {
        const inputs: { [property: string]: PropertyValue } = {};
        const propertyDependencies: { [property: string]: string[] } = {};
        for (const [property, input] of Object.entries(specimen.inputs)) {
            inputs[property] = valueOf(input, form);
            const sources = [...new Set(refsIn(input).map(({ target }) => target.urn))];
            if (sources.length > 0) {
                propertyDependencies[property] = sources;
            }
        }
        const outputs = form === "deployed" ? this.outputsOf(specimen, inputs) : {};
        return {
            urn: specimen.urn,
            type: specimen.type,
            name: specimen.name,
            custom: true,
            ...(form === "deployed" ? { id: outputOf(specimen, "id") } : {}),
            properties: { ...inputs, ...outputs },
            inputs,
            propertyDependencies,
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
            ...(specimen.external ? { external: true } : {}),
        };
    }

    /** What the provider reports beside the inputs; lists that standalone resources fill come first. */
    private outputsOf(specimen: Specimen, inputs: { [property: string]: PropertyValue }) {
        const outputs: { [property: string]: PropertyValue } = { id: outputOf(specimen, "id") };
        if (specimen.type.endsWith(":Vpc")) {
            for (const output of ["defaultSecurityGroupId", "defaultRouteTableId", "defaultNetworkAclId"]) {
                outputs[output] = outputOf(specimen, output);
            }
        }
        if (specimen.type.endsWith(":SecurityGroup")) {
            for (const direction of ["ingress", "egress"] as const) {
                outputs[direction] = inputs[direction] ?? this.reportedRules(specimen, direction);
            }
        }
        if (specimen.type.endsWith(":RouteTable")) {
            outputs["routes"] = inputs["routes"] ?? this.reportedRoutes(specimen);
        }
        if (specimen.type.endsWith(":VpcEndpoint")) {
            outputs["prefixListId"] = outputOf(specimen, "prefixListId");
        }
        return outputs;
    }

    private reportedRules(group: Specimen, direction: "ingress" | "egress"): PropertyValue[] {
        const type = direction === "ingress" ? "SecurityGroupIngressRule" : "SecurityGroupEgressRule";
        return this.naming(group, "securityGroupId")
            .filter((rule) => rule.type.endsWith(`:${type}`))
            .map(({ inputs }) => ({
                protocol: valueOf(inputs["ipProtocol"], "deployed"),
                fromPort: valueOf(inputs["fromPort"], "deployed"),
                toPort: valueOf(inputs["toPort"], "deployed"),
                cidrBlocks: listOf(inputs["cidrIpv4"]),
                ipv6CidrBlocks: listOf(inputs["cidrIpv6"]),
                securityGroups: listOf(inputs["referencedSecurityGroupId"]),
                prefixListIds: listOf(inputs["prefixListId"]),
                self: false,
            }));
    }

    private reportedRoutes(table: Specimen): PropertyValue[] {
        return this.naming(table, "routeTableId")
            .filter((route) => route.type.endsWith(":Route"))
            .map(({ inputs }) => ({
                cidrBlock: valueOf(inputs["destinationCidrBlock"], "deployed"),
                gatewayId: valueOf(inputs["gatewayId"], "deployed"),
                natGatewayId: valueOf(inputs["natGatewayId"], "deployed"),
            }));
    }

    private naming(target: Specimen, property: string): Specimen[] {
        return this.specimens.filter((specimen) => {
            const input = specimen.inputs[property];
            return input instanceof Ref && input.target === target && input.output === "id";
        });
    }
}

export const idOf = (target: Specimen): Ref => new Ref(target, "id");

function outputOf({ type, name, position, inputs }: Specimen, output: string): string {
    const adopted = ["vpcId", "defaultRouteTableId", "defaultNetworkAclId"]
        .map((property) => inputs[property])
        .find((input): input is Ref => input instanceof Ref);
    const isDefault = /:Default(SecurityGroup|RouteTable|NetworkAcl)$/.exec(type)?.[1];
    if (output === "id" && isDefault !== undefined && adopted !== undefined) {
        return outputOf(adopted.target, `default${isDefault}Id`);
    }
    if (output === "id") {
        return `${idPrefixes[type.replace(/^.*:/, "")] ?? "id"}-${position}`;
    }
    const inner: { readonly [output: string]: string } = {
        defaultSecurityGroupId: "sg",
        defaultRouteTableId: "rtb",
        defaultNetworkAclId: "acl",
        prefixListId: "pl",
    };
    return inner[output] === undefined ? `${name}.${output}` : `${inner[output]}-of-${position}`;
}

function valueOf(input: Input, form: Form): PropertyValue {
    if (input instanceof Ref) {
        return form === "preview" ? unknownValue : outputOf(input.target, input.output);
    }
    if (Array.isArray(input)) {
        return input.map((element) => valueOf(element, form));
    }
    if (typeof input === "object" && input !== null) {
        return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, valueOf(value, form)]));
    }
    return input;
}

function refsIn(input: Input): Ref[] {
    if (input instanceof Ref) {
        return [input];
    }
    return typeof input === "object" && input !== null ? Object.values(input).flatMap(refsIn) : [];
}

const listOf = (input: Input): PropertyValue[] => (input === undefined ? [] : [valueOf(input, "deployed")]);
