/** A property as a case writes it down: a text `@name` is another resource's id, `@name.output` its output. */
export type Value = undefined | null | boolean | number | string | Value[] | { [property: string]: Value };

/** A resource's type, as `ec2/Subnet` for `aws:ec2/subnet:Subnet`, its inputs and what else is said of it. */
export type Described =
    readonly [type: string, inputs: Inputs] | readonly [type: string, inputs: Inputs, options: Options];

interface Options {
    /** The provider resource that manages it, by its name. */
    readonly provider?: string;
    /** What the provider reports of it once it exists, beside ids. */
    readonly outputs?: Inputs;
}

export type Inputs = { readonly [property: string]: Value };

/** The resources of a small network by their logical names. */
export type Resources = { readonly [name: string]: Described };

/** What Pulumi writes into a preview for a text that is not known yet. */
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How ids begin that AWS gives out. Everything else goes by its name or ARN. */
const idPrefixes: { readonly [type: string]: string } = {
    Vpc: "vpc",
    Subnet: "subnet",
    SecurityGroup: "sg",
    NetworkAcl: "acl",
    RouteTable: "rtb",
    InternetGateway: "igw",
    EgressOnlyInternetGateway: "eigw",
    NatGateway: "nat",
    VpnGateway: "vgw",
    VpcPeeringConnection: "pcx",
    VpcEndpoint: "vpce",
    Instance: "i",
    NetworkInterface: "eni",
    ManagedPrefixList: "pl",
    LaunchTemplate: "lt",
    Eip: "eipalloc",
    TransitGateway: "tgw",
    VpcAttachment: "tgw-attach",
    PeeringAttachment: "tgw-attach",
};

/** Outputs that are ids of something else, which AWS makes along with the resource. */
const innerIds: { readonly [output: string]: string } = {
    defaultSecurityGroupId: "sg-default",
    defaultRouteTableId: "rtb-main",
    mainRouteTableId: "rtb-main",
    defaultNetworkAclId: "acl-default",
    prefixListId: "pl",
    associationDefaultRouteTableId: "tgw-rtb-default",
    propagationDefaultRouteTableId: "tgw-rtb-default",
    transitGatewayAttachmentId: "tgw-attach-of",
    primaryNetworkInterfaceId: "eni-of",
    publicIp: "198.51.100.1 of",
};

/** A small network in the forms in which the batch command reads one. */
export class CaseNetwork {
    constructor(private readonly resources: Resources) {}

    urnOf(name: string): string {
        return `urn:pulumi:test::independent::${tokenOf(this.typeOf(name))}::${name}`;
    }

    /** As `pulumi preview --json --show-sames` prints it before anything exists. */
    preview(): object {
        const names = Object.keys(this.resources);
        return {
            config: { "aws:region": "us-east-1" },
            steps: names.map((name) => ({
                op: "create",
                urn: this.urnOf(name),
                newState: {
                    ...this.frameOf(name),
                    inputs: resolved(this.inputsOf(name), () => unknownText),
                    ...this.dependenciesOf(name),
                },
            })),
            changeSummary: { create: names.length },
        };
    }

    /** As `pulumi stack export` prints it once it is deployed. */
    state(): object {
        return this.stateOf((name, inputs) => ({
            inputs,
            outputs: { ...inputs, ...this.outputsOf(name) },
            ...this.dependenciesOf(name),
        }));
    }

    /** A state such as a converter writes: ids and inputs, and no word on which came from which. */
    bareState(): object {
        return this.stateOf((name, inputs) => ({ inputs, outputs: this.outputsOf(name) }));
    }

    /** A state that tells outputs alone. */
    reportedState(): object {
        return this.stateOf((name, inputs) => ({ outputs: { ...inputs, ...this.outputsOf(name) } }));
    }

    private stateOf(told: (name: string, inputs: object) => object): object {
        const provider = {
            urn: "urn:pulumi:test::independent::pulumi:providers:aws::default_7_48_0",
            type: "pulumi:providers:aws",
            custom: true,
            id: "0b1b9d8e",
            inputs: { region: "us-east-1" },
            outputs: { region: "us-east-1" },
        };
        return {
            version: 3,
            deployment: {
                resources: [
                    provider,
                    ...Object.keys(this.resources).map((name) => ({
                        ...this.frameOf(name),
                        id: this.output(name, "id"),
                        ...told(
                            name,
                            resolved(this.inputsOf(name), (target, output) => this.output(target, output)),
                        ),
                    })),
                ],
            },
        };
    }

    private frameOf(name: string) {
        const provider = this.described(name)[2]?.provider;
        const defaultProvider =
            "urn:pulumi:test::independent::pulumi:providers:aws::default_7_48_0::0b1b9d8e";
        return {
            urn: this.urnOf(name),
            type: tokenOf(this.typeOf(name)),
            custom: true,
            provider: provider === undefined ? defaultProvider : `${this.urnOf(provider)}::0b1b9d8e`,
        };
    }

    private dependenciesOf(name: string) {
        const byProperty = Object.entries(this.inputsOf(name)).map(([property, value]) => [
            property,
            [...new Set(referencesIn(value).map((target) => this.urnOf(target)))],
        ]) as [string, string[]][];
        const propertyDependencies = Object.fromEntries(byProperty.filter(([, urns]) => urns.length > 0));
        return {
            propertyDependencies,
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
        };
    }

    private outputsOf(name: string): object {
        const named = Object.keys(this.resources).flatMap((other) =>
            Object.values(this.inputsOf(other)).flatMap((value) => outputsNamed(value, name)),
        );
        const always = this.typeOf(name).endsWith("/Vpc")
            ? ["defaultSecurityGroupId", "defaultRouteTableId", "defaultNetworkAclId"]
            : [];
        return {
            ...Object.fromEntries(
                ["id", "arn", ...always, ...named].map((output) => [output, this.output(name, output)]),
            ),
            ...this.described(name)[2]?.outputs,
        };
    }

    private output(name: string, output: string): string {
        const inputs = this.inputsOf(name);
        const reported = this.described(name)[2]?.outputs?.[output];
        if (typeof reported === "string") {
            return reported;
        }
        const type = this.typeOf(name).replace(/^.*\//, "");
        const adopted = /^Default(SecurityGroup|RouteTable|NetworkAcl)$/.exec(type);
        if (output === "id" && adopted !== null) {
            const source = inputs["vpcId"] ?? inputs["defaultRouteTableId"] ?? inputs["defaultNetworkAclId"];
            const vpc = /^@([^.]+)/.exec(String(source))?.[1];
            return vpc === undefined ? String(source) : this.output(vpc, `default${adopted[1]}Id`);
        }
        if (output === "id" && /^(lb|alb)\//.test(this.typeOf(name))) {
            return this.output(name, "arn");
        }
        if (output === "id" || output === "allocationId") {
            const prefix = idPrefixes[type];
            return prefix === undefined ? this.output(name, "name") : `${prefix}-0${digits(name)}`;
        }
        if (output === "arn") {
            return `arn:aws:${this.typeOf(name).split("/")[0]}:us-east-1:123456789012:${type}/${name}`;
        }
        const stated = inputs[output] ?? (output === "name" ? (inputs["identifier"] ?? name) : undefined);
        return typeof stated === "string" && !stated.startsWith("@")
            ? stated
            : `${innerIds[output] ?? output}-0${digits(name)}`;
    }

    private described(name: string): Described {
        const described = this.resources[name];
        if (described === undefined) {
            throw new Error(`the case has no resource called ${name}`);
        }
        return described;
    }

    private typeOf(name: string): string {
        return this.described(name)[0];
    }

    private inputsOf(name: string): Inputs {
        return this.described(name)[1];
    }
}

function tokenOf(short: string): string {
    const [module = "", name = ""] = short.split("/");
    return module.includes(":")
        ? short
        : `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** Hexadecimal digits that stand for a name, as in AWS's ids. */
const digits = (name: string): string => Buffer.from(name).toString("hex").padEnd(16, "0");

const reference = /^@([^.]+)(?:\.(.+))?$/;

function resolved<Form extends Value>(value: Form, of: (target: string, output: string) => string): Form {
    if (typeof value === "string") {
        const [, target, output = "id"] = reference.exec(value) ?? [];
        return (target === undefined ? value : of(target, output)) as Form;
    }
    if (Array.isArray(value)) {
        return value.map((element) => resolved(element, of)) as Form;
    }
    return typeof value === "object" && value !== null
        ? (Object.fromEntries(Object.entries(value).map(([key, own]) => [key, resolved(own, of)])) as Form)
        : value;
}

const parts = (value: Value): Value[] =>
    typeof value === "object" && value !== null ? Object.values(value) : [];

function referencesIn(value: Value): string[] {
    const target = typeof value === "string" ? reference.exec(value)?.[1] : undefined;
    return target === undefined ? parts(value).flatMap(referencesIn) : [target];
}

function outputsNamed(value: Value, name: string): string[] {
    const [, target, output] = typeof value === "string" ? (reference.exec(value) ?? []) : [];
    return target === name && output !== undefined
        ? [output]
        : parts(value).flatMap((part) => outputsNamed(part, name));
}
