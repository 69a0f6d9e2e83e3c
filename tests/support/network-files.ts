import type { PreviewReport, ReportedResource } from "../../cli/report";

/** What Pulumi writes into a preview for a value that is not known yet. */
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

interface Reference {
    readonly ref: string;
    readonly output: string;
}

type Resolve = (reference: Reference) => unknown;

/** A stack's program as `pulumi preview --json --show-sames` prints it before anything exists. */
export function pulumiPreviewOf(report: PreviewReport): object {
    return {
        config: { "aws:region": report.region },
        steps: report.resources.map((resource) => ({
            op: "create",
            urn: resource.urn,
            newState: stateOf(
                resource,
                () => unknownText,
                () => unknownText,
            ),
        })),
        changeSummary: { create: report.resources.length },
    };
}

/** The same stack once it is deployed, as `pulumi stack export` prints it, with ids such as AWS gives. */
export function stackExportOf(report: PreviewReport): object {
    const ids = new Map(
        report.resources.map(({ urn, type, name }, position) => [urn, idOf(type, name, position)]),
    );
    const outputs = new Map<string, Map<string, string>>();
    const resolve: Resolve = ({ ref, output }) => {
        const value =
            output === "id" ? ids.get(ref)! : `${prefixes[output] ?? `${output}-of-`}${ids.get(ref)}`;
        outputs.set(ref, (outputs.get(ref) ?? new Map<string, string>()).set(output, value));
        return value;
    };
    const template = (refs: readonly string[]): unknown => ({ id: ids.get(refs[0] ?? ""), version: "1" });
    const states = report.resources.map((resource) => stateOf(resource, resolve, template));
    return {
        version: 3,
        deployment: {
            resources: states.map((state) => ({
                ...state,
                ...(state.custom ? { id: ids.get(state.urn) } : {}),
                outputs: { ...state.inputs, ...Object.fromEntries(outputs.get(state.urn) ?? []) },
            })),
        },
    };
}

/** How ids begin that AWS gives out; everything else goes by its name. */
const prefixes: { readonly [kind: string]: string } = {
    "aws:ec2/vpc:Vpc": "vpc-",
    "aws:ec2/subnet:Subnet": "subnet-",
    "aws:ec2/securityGroup:SecurityGroup": "sg-",
    "aws:ec2/networkAcl:NetworkAcl": "acl-",
    "aws:ec2/routeTable:RouteTable": "rtb-",
    "aws:ec2/internetGateway:InternetGateway": "igw-",
    "aws:ec2/natGateway:NatGateway": "nat-",
    "aws:ec2/vpcEndpoint:VpcEndpoint": "vpce-",
    "aws:ec2/launchTemplate:LaunchTemplate": "lt-",
    "aws:ec2/eip:Eip": "eipalloc-",
    defaultRouteTableId: "rtb-default-",
    defaultNetworkAclId: "acl-default-",
    prefixListId: "pl-",
    arn: "arn:aws:service:us-east-1:123456789012:",
};

const idOf = (type: string, name: string, position: number): string =>
    prefixes[type] === undefined ? name : `${prefixes[type]}${position.toString(16).padStart(8, "0")}`;

function stateOf(resource: ReportedResource, resolve: Resolve, derive: (refs: readonly string[]) => unknown) {
    const { urn, type, custom, parent, dependencies, propertyDependencies, external, provider } = resource;
    return {
        urn,
        type,
        custom,
        inputs: written(resource.inputs, resolve, derive) as object,
        ...(parent === null ? {} : { parent }),
        dependencies,
        propertyDependencies,
        ...(external === true ? { external } : {}),
        ...(provider === undefined ? {} : { provider }),
    };
}

/** Inputs with their references resolved. */
function written(value: unknown, resolve: Resolve, derive: (refs: readonly string[]) => unknown): unknown {
    if (Array.isArray(value)) {
        return value.map((element) => written(element, resolve, derive));
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if ("ref" in value && "output" in value) {
        return resolve(value as Reference);
    }
    if ("derived" in value) {
        return derive((value as { readonly refs?: readonly string[] }).refs ?? []);
    }
    return Object.fromEntries(
        Object.entries(value).map(([property, own]) => [property, written(own, resolve, derive)]),
    );
}
