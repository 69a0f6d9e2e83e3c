import type {
    InternetGateway,
    Key,
    NetworkInterface,
    NetworkModel,
    RouteTable,
    Subnet,
    TransitGateway,
    TransitGatewayAttachment,
} from "../model/network-model";
import { kindOfType } from "../model/resource-kinds";
import type { Undecided } from "../model/resource-record";
import { addressSet } from "../../packets/address-set";
import { aclFilter, type AclFilter } from "./acl-filter";
import { regionMap, type RegionMap } from "./address-region";
import { groupFilter, openFilter, type GroupFilter } from "./group-filter";
import { routeFilter, type RouteFilter } from "./route-filter";
import { isExternal } from "./subnet-crossing";
import { transitRouteFilter, type TransitRouteFilter } from "./transit-route-filter";

/** The network made ready for look-ups. Everything is compiled once, when it is first asked for. */
export class NetworkIndex {
    /** What leads into each VPC from outside, once it has been looked for. */
    public readonly entrances = new Map<Key, { readonly key: Key | undefined }>();
    private readonly acls = new Map<Key, AclFilter>();
    private readonly tables = new Map<string, RouteFilter | undefined>();
    private readonly transitTables = new Map<string, TransitRouteFilter | undefined>();
    private readonly groupFilters = new Map<string, GroupFilter>();
    private readonly gateways = new Map<Key, InternetGateway[]>();
    private readonly attachments = new Map<
        Key,
        { gateway: TransitGateway; attachment: TransitGatewayAttachment }[]
    >();
    private readonly blocks = new Map<Key, RegionMap<boolean>>();
    private readonly carrierGateways: Key[] = [];
    private readonly interfacesBySubnet = new Map<Key, NetworkInterface[]>();
    private readonly tablesOfGateways = new Map<Key, RouteTable>();

    public constructor(public readonly model: NetworkModel) {
        for (const gateway of model.internetGateways.values()) {
            if (gateway.vpc !== undefined) {
                push(this.gateways, gateway.vpc, gateway);
            }
        }
        for (const table of model.routeTables.values()) {
            table.associatedGateways?.forEach((gateway) => this.tablesOfGateways.set(gateway, table));
        }
        for (const gateway of model.transitGateways.values()) {
            for (const attachment of gateway.attachments) {
                if (attachment.vpc !== undefined) {
                    push(this.attachments, attachment.vpc, { gateway, attachment });
                }
            }
        }
        for (const { urn, type } of model.records.values()) {
            if (kindOfType(type) === "carrierGateway") {
                this.carrierGateways.push(urn);
            }
        }
        for (const networkInterface of model.interfaces.values()) {
            for (const subnet of networkInterface.subnets) {
                push(this.interfacesBySubnet, subnet, networkInterface);
            }
        }
    }

    public acl(key: Key): AclFilter {
        return remember(this.acls, key, () => aclFilter(this.model.networkAcls.get(key)));
    }

    /** A table as the subnets of a VPC use it; undefined for one that cannot be seen. */
    public routes(key: Key, vpc: Key): RouteFilter | undefined {
        return remember(this.tables, `${key} ${vpc}`, () => {
            const table = this.model.routeTables.get(key);
            return table === undefined || table.external ? undefined : routeFilter(this.model, table, vpc);
        });
    }

    /** Undefined for a table that cannot be seen. */
    public transitRoutes(gateway: TransitGateway, key: Key): TransitRouteFilter | undefined {
        return remember(this.transitTables, `${gateway.key} ${key}`, () => {
            const table = gateway.routeTables.find((candidate) => candidate.key === key);
            return table === undefined || table.undecided.length > 0
                ? undefined
                : transitRouteFilter(this.model, gateway, table);
        });
    }

    public groups(keys: readonly Key[], direction: "ingress" | "egress"): GroupFilter {
        const id = `${direction} ${[...keys].sort().join(" ")}`;
        return remember(this.groupFilters, id, () => groupFilter(this.model, keys, direction));
    }

    /** The filter of an interface: what has no group by its kind is open, the rest has the default one. */
    public interfaceFilter(host: NetworkInterface, direction: "ingress" | "egress"): GroupFilter {
        const groups = this.groupsOf(host);
        return groups === undefined ? openFilter : this.groups(groups, direction);
    }

    /** The groups an interface carries; undefined for what cannot or need not have any. */
    public groupsOf(host: NetworkInterface): readonly Key[] | undefined {
        if (host.securityGroups.length > 0) {
            return host.securityGroups;
        }
        if (groupless.has(host.kind)) {
            return undefined;
        }
        return [this.model.vpcs.get(host.vpc)?.defaultSecurityGroup ?? `default group of ${host.vpc}`];
    }

    public internetGateway(vpc: Key): InternetGateway | undefined {
        return this.gateways.get(vpc)?.find((gateway) => !gateway.egressOnly);
    }

    /** What leaves open whether a VPC that has none may have an internet gateway after all. */
    public internetGatewayDoubts(vpc: Key): readonly Undecided[] {
        const open = [...this.model.internetGateways.values()].filter(({ egressOnly }) => !egressOnly);
        return this.isUnidentified(vpc)
            ? [isExternal(vpc, "the VPC and its gateway")]
            : [
                  ...open.flatMap(({ undecided }) => undecided),
                  // Hosts in Wavelength Zones have carrier addresses, which it may connect to the internet.
                  ...this.carrierGateways.map((urn) => isExternal(urn, "the carrier network")),
              ];
    }

    /** The table that says where what comes in by the gateway goes, if it has one of its own. */
    public tableOfGateway(gateway: Key): RouteTable | undefined {
        return this.tablesOfGateways.get(gateway);
    }

    /** Whether the key stands for a VPC that the plan does not name, which may be any. */
    public isUnidentified(vpc: Key): boolean {
        return this.model.vpcs.get(vpc)?.unidentified === true;
    }

    /** Which addresses are in the blocks of a VPC. */
    public blocksOf(vpc: Key): RegionMap<boolean> {
        return remember(this.blocks, vpc, () =>
            regionMap([addressSet(this.model.vpcs.get(vpc)?.cidrs ?? [])], (holders) => holders.length > 0),
        );
    }

    public attachmentsOf(
        vpc: Key,
    ): readonly { readonly gateway: TransitGateway; readonly attachment: TransitGatewayAttachment }[] {
        return this.attachments.get(vpc) ?? [];
    }

    public interfacesIn(subnet: Key): readonly NetworkInterface[] {
        return this.interfacesBySubnet.get(subnet) ?? [];
    }

    public subnet(key: Key): Subnet | undefined {
        return this.model.subnets.get(key);
    }
}

const groupless: ReadonlySet<string> = new Set([
    "networkLoadBalancer",
    "gatewayLoadBalancer",
    "natGateway",
    "transitGatewayAttachment",
]);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    const list = map.get(key);
    if (list === undefined) {
        map.set(key, [value]);
    } else {
        list.push(value);
    }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
    if (map.has(key)) {
        return map.get(key)!;
    }
    const made = make();
    map.set(key, made);
    return made;
}
