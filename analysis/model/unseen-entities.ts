import { unseenInternetGateway, unseenNatGateway } from "./gateways";
import { unseenInterface } from "./interfaces";
import type { ModelContext } from "./model-context";
import { unseenNetworkAcl } from "./network-acls";
import type { Key, NetworkModel, Subnet, Vpc } from "./network-model";
import { unseenPeeringConnection } from "./peering";
import { unseenPrefixList } from "./prefix-lists";
import type { ResourceKind } from "./resource-kinds";
import type { Undecided } from "./resource-record";
import { unseenRouteTable } from "./route-tables";
import { unseenSecurityGroup } from "./security-groups";
import { unseenTargetGroup } from "./target-groups";
import { unseenTransitGateway } from "./transit-gateways";
import { vpcDefaults } from "./vpcs";

/** The model while it is put together. */
export type UnfinishedModel = Writable<Omit<NetworkModel, "records">>;

type Writable<T> = { [part in keyof T]: T[part] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : T[part] };

/**
 * Gives every key that the model mentions an entity of its own: what another stack owns, and what the
 * plan leaves open. So whoever follows a key always arrives somewhere, and learns there what is not known.
 */
export function addUnseen(context: ModelContext, model: UnfinishedModel): void {
    const each = <T>(
        kind: ResourceKind,
        entities: Map<Key, T>,
        make: (key: Key, open: Undecided[]) => T,
    ): void => {
        for (const [key, undecided] of context.references.mentioned(kind)) {
            if (!entities.has(key)) {
                entities.set(key, make(key, undecided === undefined ? [] : [undecided]));
            }
        }
    };
    each("internetGateway", model.internetGateways, (key, open) => unseenInternetGateway(key, open, false));
    each("egressOnlyInternetGateway", model.internetGateways, (key, open) =>
        unseenInternetGateway(key, open, true),
    );
    each("natGateway", model.natGateways, unseenNatGateway);
    each("vpcPeeringConnection", model.peeringConnections, unseenPeeringConnection);
    each("transitGateway", model.transitGateways, unseenTransitGateway);
    each("targetGroup", model.targetGroups, unseenTargetGroup);
    each("prefixList", model.prefixLists, unseenPrefixList);
    each("securityGroup", model.securityGroups, (key, open) => unseenSecurityGroup(key, open, []));
    each("networkAcl", model.networkAcls, unseenNetworkAcl);
    each("routeTable", model.routeTables, unseenRouteTable);
    each("networkInterface", model.interfaces, (key, open) => unseenInterface(key, open, "networkInterface"));
    each("instance", model.interfaces, (key, open) => unseenInterface(key, open, "instance"));
    each("loadBalancer", model.interfaces, (key, open) => unseenInterface(key, open, "other"));
    each("autoScalingGroup", model.interfaces, (key, open) => unseenInterface(key, open, "autoScalingGroup"));
    each("lambdaFunction", model.interfaces, (key, open) => unseenInterface(key, open, "lambda"));
    each("subnet", model.subnets, (key, open) => unseenSubnet(context, key, open));
    each("vpc", model.vpcs, (key, open) => unseenVpc(context, key, open));
    addUnseenVpcs(context, model);
}

/** VPCs that only unseen things are in, and what AWS made with every unseen VPC. */
function addUnseenVpcs(context: ModelContext, model: UnfinishedModel): void {
    const named = [
        ...[...model.subnets.values(), ...model.interfaces.values(), ...model.natGateways.values()],
        ...[...model.routeTables.values(), ...model.networkAcls.values(), ...model.gatewayEndpoints.values()],
        ...model.interfaceEndpoints.values(),
    ].map(({ vpc }) => vpc);
    const peered = [...model.peeringConnections.values()].flatMap(({ requester, accepter }) => [
        requester,
        accepter,
    ]);
    for (const key of new Set([...named, ...peered])) {
        if (!model.vpcs.has(key)) {
            model.vpcs.set(key, unseenVpc(context, key, []));
        }
    }
    for (const vpc of [...model.vpcs.values()].filter((each) => each.external)) {
        const { mainRouteTable, defaultNetworkAcl, defaultSecurityGroup } = vpc;
        if (!model.routeTables.has(mainRouteTable)) {
            model.routeTables.set(mainRouteTable, {
                ...unseenRouteTable(mainRouteTable, [], vpc.key),
                main: true,
            });
        }
        if (!model.networkAcls.has(defaultNetworkAcl)) {
            const acl = unseenNetworkAcl(defaultNetworkAcl, [], vpc.key);
            model.networkAcls.set(defaultNetworkAcl, { ...acl, isDefault: true });
        }
        if (!model.securityGroups.has(defaultSecurityGroup)) {
            const group = unseenSecurityGroup(defaultSecurityGroup, [], []);
            model.securityGroups.set(defaultSecurityGroup, { ...group, isDefault: true, vpc: vpc.key });
        }
    }
}

/** Keys of VPCs that nothing names: those of things which another stack owns, and undecided references. */
const isUnidentified = (key: Key): boolean => /^undecided:|^external:vpc:(of|requester|accepter):/.test(key);

const unseenVpc = (context: ModelContext, key: Key, undecided: readonly Undecided[]): Vpc => ({
    key,
    external: true,
    ...(isUnidentified(key) ? { unidentified: true } : {}),
    undecided,
    cidrs: [],
    hasUnknownIpv6: true,
    dnsSupport: true,
    dnsHostnames: true,
    ...vpcDefaults(context.index, key),
});

function unseenSubnet(context: ModelContext, key: Key, undecided: readonly Undecided[]): Subnet {
    const vpc = `external:vpc:of:${key}`;
    const { mainRouteTable, defaultNetworkAcl } = vpcDefaults(context.index, vpc);
    return {
        key,
        external: true,
        ...(key.startsWith("undecided:") ? { unidentified: true } : {}),
        undecided,
        vpc,
        cidrs: [],
        hasUnknownIpv6: true,
        assignsPublicIpv4: true,
        assignsIpv6: true,
        routeTable: mainRouteTable,
        networkAcl: defaultNetworkAcl,
    };
}
