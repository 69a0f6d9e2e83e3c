import {
    answerIn,
    joinReferences,
    joined,
    namesOne,
    type Answer,
    type InterfaceDraft,
} from "./interface-draft";
import { launchSettings } from "./launch-settings";
import type { ModelContext } from "./model-context";
import type { InterfaceKind, Key } from "./network-model";
import { isGatewayEndpoint } from "./prefix-lists";
import { placementOf, type Placement } from "./placement";
import { flagIn, isAbsent, reportedSlot, statedSlot, textIn, type Slot } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import { noReferences, type References } from "./references";
import { kindOfType, type ResourceKind } from "./resource-kinds";
import type { ResourceRecord } from "./resource-record";

/** Kinds that are read here; every other kind the model knows has its own place or no interface. */
const placedKinds: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "vpcEndpoint",
    "lambdaFunction",
    "containerService",
    "databaseCluster",
    "databaseClusterInstance",
    "kubernetesCluster",
]);

/** Types that name a subnet without putting an interface into it. */
const withoutInterface =
    /^aws:(ec2\/(flowLog|subnetCidrReservation|networkInsights\w*|vpcBlockPublicAccessExclusion)|ram\/|ec2transitgateway\/multicast|resourcegroups)/;

const kindsByService: readonly (readonly [pattern: RegExp, kind: InterfaceKind])[] = [
    [/^aws:(rds|docdb|neptune|redshift|dms)\//, "database"],
    [/^aws:(elasticache|memorydb|dax)\//, "cache"],
    [/^aws:ec2\/vpcEndpoint:/, "interfaceEndpoint"],
    [/^aws:ec2transitgateway\/instanceConnectEndpoint:/, "instanceConnectEndpoint"],
    [/^aws:lambda\/function:/, "lambda"],
];

/** Services whose interfaces get no public address from their subnet: only from a setting of their own. */
const ignoresSubnetSetting =
    /^aws:(rds|docdb|neptune|redshift|elasticache|memorydb|dax|lambda|ecs|eks\/cluster|efs|fsx|msk|mq|opensearch|elasticsearch|route53|transfer|apigatewayv2|ec2\/vpcEndpoint|ec2transitgateway|networkfirewall)/;

const takesNoGroup = /^aws:(networkfirewall|networkmanager|eks)\//;

/** What other resources say about some of them. */
interface KnownBefore {
    readonly publicClusters: ReadonlyMap<Key, Answer>;
    readonly endpointSubnets: ReadonlyMap<Key, References>;
    readonly endpointGroups: ReadonlyMap<Key, References>;
}

/**
 * Everything else that sits in subnets: endpoints, databases, caches, functions, containers, and any
 * AWS resource whose properties name subnets, whether the model has heard of its type or not.
 */
export function placedDrafts(context: ModelContext): InterfaceDraft[] {
    const known: KnownBefore = {
        publicClusters: publicDatabaseClusters(context),
        endpointSubnets: endpointAssociations(context, "vpcEndpointSubnetAssociation", "subnetId", "subnet"),
        endpointGroups: endpointAssociations(
            context,
            "vpcEndpointSecurityGroupAssociation",
            "securityGroupId",
            "securityGroup",
        ),
    };
    return [...context.index.byUrn.values()].flatMap((record): InterfaceDraft[] => {
        const kind = kindOfType(record.type);
        const readHere = kind === undefined ? isPlaceable(record) : placedKinds.has(kind);
        if (!readHere || (kind === "vpcEndpoint" && isGatewayEndpoint(record))) {
            return [];
        }
        if (kind === "databaseClusterInstance" && isInKnownCluster(context, record)) {
            return [];
        }
        const draft = placedDraft(context, record, kind, known);
        return draft === undefined ? [] : [draft];
    });
}

const isPlaceable = (record: ResourceRecord): boolean =>
    record.custom && record.type.startsWith("aws:") && !withoutInterface.test(record.type);

function placedDraft(
    context: ModelContext,
    record: ResourceRecord,
    kind: ResourceKind | undefined,
    known: KnownBefore,
): InterfaceDraft | undefined {
    const placement = placementOf(record);
    const isEndpoint = kind === "vpcEndpoint";
    const subnets = joinReferences(
        subnetsOf(context, placement),
        known.endpointSubnets.get(record.urn) ?? noReferences,
    );
    if (subnets.keys.length === 0 && subnets.undecided.length === 0 && !isEndpoint) {
        return undefined;
    }
    const launched = launchSettings(context, placement.launchTemplates);
    const stated = joinReferences(
        ...resolveJoined(context, placement.securityGroups, "securityGroup"),
        known.endpointGroups.get(record.urn) ?? noReferences,
    );
    const groups = groupsOf(context, record, stated, launched.securityGroups);
    const vpc = isEndpoint ? context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) : undefined;
    const isLoadBalancerEndpoint = textIn(statedSlot(record, "vpcEndpointType")) === "GatewayLoadBalancer";
    return {
        record,
        kind: isLoadBalancerEndpoint
            ? "other"
            : (kindsByService.find(([pattern]) => pattern.test(record.type))?.[1] ?? "other"),
        subnets,
        securityGroups: groups,
        takesDefaultGroup:
            !takesNoGroup.test(record.type) && !isLoadBalancerEndpoint && launched.undecided.length === 0,
        openGroups: launched.undecided.length > 0,
        ...(vpc === undefined ? {} : { vpc }),
        publicIpv4:
            known.publicClusters.get(record.urn) ??
            placement.publicFlags.map(answerIn).find((answer) => answer !== undefined) ??
            (placement.elasticAddresses.length > 0 ? "yes" : undefined) ??
            launched.publicIpv4 ??
            unstatedPublicity(record),
        ipv6: dualStack(placement),
        sourceDestCheck: !record.type.startsWith("aws:networkfirewall/") && !isLoadBalancerEndpoint,
        undecided: launched.undecided,
    };
}

function unstatedPublicity({ type }: ResourceRecord): InterfaceDraft["publicIpv4"] {
    // AWS makes replication instances public unless told otherwise (DMS API, CreateReplicationInstance).
    if (type.startsWith("aws:dms/")) {
        return "undecided";
    }
    return ignoresSubnetSetting.test(type) ? "no" : "maybeBySubnet";
}

function subnetsOf(context: ModelContext, placement: Placement): References {
    const { references, index } = context;
    const groups = placement.subnetGroups.flatMap((slot): References[] => {
        const group = references.one(slot, ["subnetGroup"]);
        const record = group.kind === "found" ? index.byUrn.get(group.key) : undefined;
        if (record !== undefined) {
            return [references.many(statedSlot(record, "subnetIds"), ["subnet"])];
        }
        if (group.kind === "none") {
            return [];
        }
        const undecided =
            group.kind === "undecided"
                ? group.undecided
                : {
                      urn: slot.record.urn,
                      property: slot.path,
                      reason: "the subnets of its subnet group are managed by another stack",
                      remedy: "Preview the stack that owns the subnet group, or name the subnets here.",
                  };
        return [
            {
                ...noReferences,
                undecided: [undecided],
                mayBeMore: true,
                anything: group.kind === "undecided",
            },
        ];
    });
    return joinReferences(...resolveJoined(context, placement.subnets, "subnet"), ...groups);
}

function groupsOf(
    context: ModelContext,
    record: ResourceRecord,
    named: References,
    launched: References,
): References {
    const namesNone = named.keys.length === 0 && named.undecided.length === 0;
    if (kindOfType(record.type) === "kubernetesCluster") {
        const own = clusterGroup(context, record.urn);
        return { ...named, keys: [...new Set([...named.keys, own])].sort() };
    }
    if (!namesNone || !record.type.startsWith("aws:eks/")) {
        return namesNone ? launched : named;
    }
    const cluster = context.references.one(statedSlot(record, "clusterName"), ["kubernetesCluster"]);
    const ofCluster = cluster.kind === "found" ? [clusterGroup(context, cluster.key)] : [];
    return launched.keys.length > 0 ? launched : { ...launched, keys: ofCluster };
}

/** The group that EKS makes for a cluster; its rules are the service's own. */
const clusterGroup = (context: ModelContext, cluster: Key): Key =>
    context.references.mention("securityGroup", derivedKeys.clusterSecurityGroup(cluster));

/** Slots of one property share their candidates, so they are resolved together. */
function resolveJoined(
    context: ModelContext,
    slotsByProperty: ReadonlyMap<string, readonly Slot[]>,
    kind: ResourceKind,
): References[] {
    return [...slotsByProperty].map(([property, slots]) =>
        slots.length === 1 && namesOne(slots[0]!)
            ? context.references.any(slots[0]!, [kind])
            : context.references.many(joined(property, slots), [kind]),
    );
}

/** What resources of their own add to VPC endpoints, by endpoint. */
function endpointAssociations(
    context: ModelContext,
    association: ResourceKind,
    property: string,
    kind: ResourceKind,
): ReadonlyMap<Key, References> {
    const byEndpoint = new Map<Key, References>();
    for (const record of context.index.ofKind(association)) {
        const endpoint = context.references.one(statedSlot(record, "vpcEndpointId"), ["vpcEndpoint"]);
        if (endpoint.kind === "found") {
            const added = context.references.any(statedSlot(record, property), [kind]);
            byEndpoint.set(endpoint.key, joinReferences(byEndpoint.get(endpoint.key) ?? noReferences, added));
        } else if (endpoint.kind === "undecided") {
            context.unattached.push(endpoint.undecided);
        }
    }
    return byEndpoint;
}

function isInKnownCluster(context: ModelContext, instance: ResourceRecord): boolean {
    const cluster = context.references.one(statedSlot(instance, "clusterIdentifier"), ["databaseCluster"]);
    return cluster.kind === "found" && context.index.byUrn.has(cluster.key);
}

/** A database cluster is public as soon as one of its instances is. */
function publicDatabaseClusters(context: ModelContext): ReadonlyMap<Key, Answer> {
    const answers = new Map<Key, Answer>();
    for (const record of context.index.ofKind("databaseClusterInstance")) {
        const cluster = context.references.one(statedSlot(record, "clusterIdentifier"), ["databaseCluster"]);
        const answer = answerIn(statedSlot(record, "publiclyAccessible"));
        if (
            cluster.kind === "found" &&
            answer !== undefined &&
            answer !== "no" &&
            answers.get(cluster.key) !== "yes"
        ) {
            answers.set(cluster.key, answer);
        }
    }
    return answers;
}

function dualStack(placement: Placement): Answer {
    const asks = placement.addressTypes.some(
        (slot) => flagIn(slot) === true || /^(dual|ipv6)/i.test(textIn(slot) ?? ""),
    );
    return asks
        ? "yes"
        : placement.addressTypes.every(
                (slot) => isAbsent(slot) || textIn(slot) !== undefined || flagIn(slot) !== undefined,
            )
          ? "no"
          : "undecided";
}
