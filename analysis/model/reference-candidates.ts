import type { Key } from "./network-model";
import { outermostProperty, textIn, type Slot } from "./property-slots";
import type { ResourceIndex } from "./resource-index";
import { kindOfType, type ResourceKind } from "./resource-kinds";
import { isUnknown, type ResourceRecord } from "./resource-record";

/** A thing that an unknown property may refer to. */
export interface Candidate {
    readonly key: Key;
    readonly kind: ResourceKind;
}

export interface Candidates {
    /** What the sources are, or are known to hand on. Sorted by key, without repeats. */
    readonly found: readonly Candidate[];
    /** What sources of other kinds may hand on besides: whatever they were themselves made from. */
    readonly further: readonly Candidate[];
    /** Whether the value may also come from something that can name things of other stacks. */
    readonly opaque: boolean;
    /** Whether the value may be anything of its kind, for nothing tells where it comes from. */
    readonly anything: boolean;
}

/** What AWS makes with a resource and no resource stands for, until one takes it over. */
export const derivedKeys = {
    defaultSecurityGroup: (vpc: Key): Key => `${vpc}#defaultSecurityGroup`,
    defaultRouteTable: (vpc: Key): Key => `${vpc}#defaultRouteTable`,
    defaultInternetGateway: (vpc: Key): Key => `${vpc}#internetGateway`,
    defaultNetworkAcl: (vpc: Key): Key => `${vpc}#defaultNetworkAcl`,
    clusterSecurityGroup: (cluster: Key): Key => `${cluster}#clusterSecurityGroup`,
    defaultTransitGatewayRouteTable: (gateway: Key): Key => `${gateway}#defaultRouteTable`,
    /** One list for each service, however many endpoints a stack has for it. */
    servicePrefixList: (endpoint: ResourceRecord): Key => {
        const service = endpoint.properties["serviceName"];
        return `prefixList:${typeof service === "string" ? service : endpoint.urn}`;
    },
} as const;

/** An output of one resource that names what AWS made with it. */
const derivations: {
    readonly [wanted in ResourceKind]?: {
        readonly [source in ResourceKind]?: (source: ResourceRecord) => Key;
    };
} = {
    securityGroup: {
        vpc: ({ urn }) => derivedKeys.defaultSecurityGroup(urn),
        kubernetesCluster: ({ urn }) => derivedKeys.clusterSecurityGroup(urn),
    },
    routeTable: { vpc: ({ urn }) => derivedKeys.defaultRouteTable(urn) },
    networkAcl: { vpc: ({ urn }) => derivedKeys.defaultNetworkAcl(urn) },
    prefixList: { vpcEndpoint: (endpoint) => derivedKeys.servicePrefixList(endpoint) },
    transitGatewayRouteTable: {
        transitGateway: ({ urn }) => derivedKeys.defaultTransitGatewayRouteTable(urn),
    },
};

/** Properties of other resources that hand on what they refer to: `subnet.vpcId`. */
const handedOn: { readonly [wanted in ResourceKind]?: readonly string[] } = {
    vpc: ["vpcId"],
    subnet: ["subnetId"],
    routeTable: ["routeTableId"],
    networkAcl: ["networkAclId"],
    securityGroup: ["securityGroupId"],
    internetGateway: ["internetGatewayId"],
    natGateway: ["natGatewayId"],
    transitGateway: ["transitGatewayId"],
    transitGatewayVpcAttachment: ["transitGatewayAttachmentId"],
    transitGatewayPeeringAttachment: ["transitGatewayAttachmentId"],
    transitGatewayRouteTable: ["transitGatewayRouteTableId"],
    vpcPeeringConnection: ["vpcPeeringConnectionId"],
    vpcEndpoint: ["vpcEndpointId"],
    networkInterface: ["networkInterfaceId"],
    instance: ["instanceId"],
    prefixList: ["prefixListId"],
    targetGroup: ["targetGroupArn"],
    loadBalancer: ["loadBalancerArn"],
    subnetGroup: ["dbSubnetGroupName", "subnetGroupName"],
};

/** Longest chain of outputs that is followed; `association.subnetId` of `subnet.id` is one step. */
const longestChain = 4;

/** Finds what an unknown property may refer to, by the resources it was computed from. */
export class ReferenceCandidates {
    private readonly known = new Map<string, Candidates>();

    constructor(private readonly index: ResourceIndex) {}

    of(slot: Slot, kinds: readonly ResourceKind[]): Candidates {
        return isUnknown(slot.value) && slot.value.sources !== undefined
            ? this.among(slot.value.sources, kinds, longestChain)
            : this.ofProperty(slot.record, outermostProperty(slot), kinds, longestChain);
    }

    /**
     * As `of`, for a list that has more elements than resources of its own kind: then some of them come
     * from what AWS makes with other resources, such as the main table of a VPC.
     */
    ofList(slot: Slot, kinds: readonly ResourceKind[], elements: number): Candidates {
        const direct = this.of(slot, kinds);
        if (direct.found.length >= elements || direct.further.length === 0) {
            return direct;
        }
        return { ...direct, found: this.unique([...direct.found, ...direct.further]), further: [] };
    }

    /**
     * The only resource a known value was computed from, if its own id is not known: values that a
     * program derives before ids are known (a subnet group's name) still say where they come from.
     */
    withoutIdOf(slot: Slot, kinds: readonly ResourceKind[]): Candidate | undefined {
        const { found, further, opaque } = this.of(slot, kinds);
        const only = found.length === 1 && further.length === 0 && !opaque ? found[0] : undefined;
        return only !== undefined && this.index.byUrn.get(only.key)?.id === undefined ? only : undefined;
    }

    private ofProperty(
        record: ResourceRecord,
        property: string,
        kinds: readonly ResourceKind[],
        steps: number,
    ): Candidates {
        const sources = record.propertyDependencies[property] ?? [];
        if (sources.length < 2) {
            return this.among(sources, kinds, steps);
        }
        // A list of rules has a place for each, which all ask for the same candidates.
        const place = `${record.urn} ${property} ${kinds.join()}`;
        const known = this.known.get(place);
        if (known !== undefined) {
            return known;
        }
        const candidates = this.among(sources, kinds, steps);
        this.known.set(place, candidates);
        return candidates;
    }

    private among(sources: readonly string[], kinds: readonly ResourceKind[], steps: number): Candidates {
        const records = sources.flatMap((urn) => this.index.byUrn.get(urn) ?? []);
        const direct = records.flatMap((source) => directCandidate(source, kinds));
        if (sources.length === 1 && direct.length === 1) {
            return { found: this.unique(direct), further: [], opaque: false, anything: false };
        }
        const missing = sources.length > records.length;
        const anything = sources.length === 0 || missing || records.some(handsOnAnything);
        const opaque = missing || records.some((record) => handsOnAnything(record) || isOtherStack(record));
        const others = records.filter((source) => directCandidate(source, kinds).length === 0);
        const told = others.map((source) => this.indirect(source, kinds, steps));
        const untold = others.filter((_, position) => told[position]!.length === 0);
        const made = untold.flatMap((source) => this.madeFrom(source, kinds));
        const found = this.unique(direct.length > 0 ? direct : told.flat());
        const known = new Set(found.map(({ key }) => key));
        const further = this.unique([...told.flat(), ...made]).filter(({ key }) => !known.has(key));
        return { found, further, opaque, anything };
    }

    private unique(candidates: readonly Candidate[]): Candidate[] {
        const byKey = new Map(
            candidates.map(({ key, kind }): [Key, Candidate] => {
                const canonical = this.index.canonical(key);
                return [canonical, { key: canonical, kind }];
            }),
        );
        return [...byKey.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
    }

    /**
     * Things of the kinds that a resource's outputs may name, for it was made from them: what it refers
     * to itself, and for what sits in the network also what that was made from.
     */
    private madeFrom(source: ResourceRecord, kinds: readonly ResourceKind[]): Candidate[] {
        const kind = kindOfType(source.type);
        const sits = kind === undefined || sitting.has(kind);
        const seen = new Set(sourcesOf(source));
        const found: Candidate[] = [];
        for (const urn of seen) {
            const record = this.index.byUrn.get(urn);
            if (record === undefined) {
                continue;
            }
            found.push(...directCandidate(record, kinds), ...(sits ? this.derived(record, kinds) : []));
            if (sits) {
                sourcesOf(record).forEach((each) => seen.add(each));
            }
        }
        return found;
    }

    private derived(source: ResourceRecord, kinds: readonly ResourceKind[]): Candidate[] {
        const sourceKind = kindOfType(source.type);
        return kinds.flatMap((kind) => {
            const derive = sourceKind === undefined ? undefined : derivations[kind]?.[sourceKind];
            return derive === undefined ? [] : [{ key: derive(source), kind }];
        });
    }

    private indirect(source: ResourceRecord, kinds: readonly ResourceKind[], steps: number): Candidate[] {
        const derived = this.derived(source, kinds);
        if (derived.length > 0 || steps === 0) {
            return derived;
        }
        return kinds.flatMap((kind) =>
            (handedOn[kind] ?? []).flatMap((property) => this.throughOutput(source, property, kind, steps)),
        );
    }

    private throughOutput(
        source: ResourceRecord,
        property: string,
        kind: ResourceKind,
        steps: number,
    ): readonly Candidate[] {
        const value = source.properties[property];
        if (value === undefined) {
            return [];
        }
        const text = textIn({ record: source, path: property, value });
        const named = text === undefined ? undefined : this.index.keyOf(kind, text);
        if (named !== undefined) {
            return [{ key: named, kind }];
        }
        return isUnknown(value) ? this.ofProperty(source, property, [kind], steps - 1).found : [];
    }
}

/** What sits in subnets, or says how others do: its outputs tell where, and under which groups. */
const sitting: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "instance",
    "networkInterface",
    "launchTemplate",
    "launchConfiguration",
    "autoScalingGroup",
    "loadBalancer",
    "classicLoadBalancer",
    "targetGroup",
    "vpcEndpoint",
    "lambdaFunction",
    "containerService",
    "subnetGroup",
    "databaseCluster",
    "databaseClusterInstance",
    "kubernetesCluster",
]);

const sourcesOf = ({ dependencies, propertyDependencies }: ResourceRecord): string[] => [
    ...dependencies,
    ...Object.values(propertyDependencies).flat(),
];

function directCandidate(source: ResourceRecord, kinds: readonly ResourceKind[]): Candidate[] {
    const kind = kindOfType(source.type);
    return kind !== undefined && kinds.includes(kind) ? [{ key: source.urn, kind }] : [];
}

/** AWS resources that hand on whatever their own definition says. */
const carriers = /^aws:(cloudformation\/stack|ssm\/parameter|lambda\/invocation):/;

const isOtherStack = ({ type }: ResourceRecord): boolean => type === "pulumi:pulumi:StackReference";

/** What is no AWS resource may name anything: a component made elsewhere, a resource of another provider. */
const handsOnAnything = (record: ResourceRecord): boolean =>
    carriers.test(record.type) || (!/^(aws|random):/.test(record.type) && !isOtherStack(record));
