import { EntityDoubts } from "./entity-doubts";
import type { Key } from "./network-model";
import { member, reportedSlot, textIn } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import { ReferenceResolver } from "./references";
import { ResourceIndex } from "./resource-index";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";

/** What every part of the builder reads from, and where it puts what belongs to no entity. */
export interface ModelContext {
    readonly index: ResourceIndex;
    readonly references: ReferenceResolver;
    readonly unattached: Undecided[];
    readonly doubts: EntityDoubts;
    /** The VPC that AWS puts things in which name none. */
    readonly defaultVpc: () => Key;
}

export function modelContext(records: Iterable<ResourceRecord>): ModelContext {
    const index = new ResourceIndex(records);
    for (const record of index.ofKind("vpc")) {
        identifyDefaults(index, record);
    }
    for (const endpoint of index.ofKind("vpcEndpoint")) {
        const prefixList = endpoint.properties["prefixListId"];
        if (typeof prefixList === "string" && prefixList !== "") {
            index.identify("prefixList", prefixList, derivedKeys.servicePrefixList(endpoint));
        }
    }
    identifyMade(index);
    const references = new ReferenceResolver(index);
    const defaultVpc = index.ofKind("vpc").find(({ type }) => type === adoptedTypes.vpc);
    return {
        index,
        references,
        unattached: [],
        doubts: new EntityDoubts(),
        defaultVpc: () => defaultVpc?.urn ?? references.mention("vpc", "external:vpc:default"),
    };
}

/** Deployed clusters and transit gateways report the ids of the group or table that AWS made with them. */
function identifyMade(index: ResourceIndex): void {
    for (const cluster of index.ofKind("kubernetesCluster")) {
        const group = textIn(member(reportedSlot(cluster, "vpcConfig"), "clusterSecurityGroupId"));
        if (group !== undefined) {
            index.identify("securityGroup", group, derivedKeys.clusterSecurityGroup(cluster.urn));
        }
    }
    for (const gateway of index.ofKind("transitGateway")) {
        for (const property of ["associationDefaultRouteTableId", "propagationDefaultRouteTableId"]) {
            const table = textIn(reportedSlot(gateway, property));
            if (table !== undefined) {
                const made = derivedKeys.defaultTransitGatewayRouteTable(gateway.urn);
                index.identify("transitGatewayRouteTable", table, made);
            }
        }
    }
}

/** A deployed VPC reports the ids of what AWS made with it; they lead to that, and to the VPC. */
function identifyDefaults(index: ResourceIndex, vpc: ResourceRecord): void {
    const defaults = [
        ["securityGroup", "defaultSecurityGroupId", derivedKeys.defaultSecurityGroup],
        ["routeTable", "defaultRouteTableId", derivedKeys.defaultRouteTable],
        ["routeTable", "mainRouteTableId", derivedKeys.defaultRouteTable],
        ["networkAcl", "defaultNetworkAclId", derivedKeys.defaultNetworkAcl],
    ] as const;
    for (const [kind, property, derive] of defaults) {
        const id = vpc.properties[property];
        if (typeof id === "string" && id !== "") {
            index.identify(kind, id, derive(vpc.urn));
            index.identify("vpc", id, vpc.urn);
        }
    }
}
