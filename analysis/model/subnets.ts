import type { ModelContext } from "./model-context";
import type { Key, Subnet, Vpc } from "./network-model";
import { flagIn, isUnknownSlot, isAbsent, reportedSlot, statedSlot, textIn } from "./property-slots";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlock } from "./rule-addresses";
import { unknownIn } from "./undecided-values";
import { ipv6Blocks, vpcDefaults } from "./vpcs";

/** Every subnet of the stack with the route table and the network ACL that hold for it. */
export function subnets(context: ModelContext, vpcs: ReadonlyMap<Key, Vpc>): Map<Key, Subnet> {
    const tables = routeTableAssociations(context);
    const acls = networkAclAssociations(context);
    return new Map(
        context.index.ofKind("subnet").map((record): [Key, Subnet] => {
            const isDefault = record.type === adoptedTypes.subnet;
            const vpc =
                context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ?? context.defaultVpc();
            const { mainRouteTable, defaultNetworkAcl } = vpcs.get(vpc) ?? vpcDefaults(context.index, vpc);
            const blocks = subnetBlocks(record);
            const publicByLaunch = statedFlag(record, "mapPublicIpOnLaunch", isDefault);
            const ipv6ByLaunch = statedFlag(record, "assignIpv6AddressOnCreation", false);
            const table = tables.get(record.urn);
            const acl = acls.get(record.urn);
            const zone = zoneOf(record);
            return [
                record.urn,
                {
                    key: record.urn,
                    record,
                    external: record.external === true,
                    undecided: [
                        ...blocks.undecided,
                        ...publicByLaunch.undecided,
                        ...ipv6ByLaunch.undecided,
                        ...(table?.undecided ?? []),
                        ...(acl?.undecided ?? []),
                    ],
                    vpc,
                    cidrs: blocks.cidrs,
                    hasUnknownIpv6: blocks.hasUnknownIpv6,
                    ...(zone === undefined ? {} : { zone }),
                    assignsPublicIpv4: publicByLaunch.value,
                    assignsIpv6: ipv6ByLaunch.value,
                    routeTable: table?.key ?? mainRouteTable,
                    networkAcl: acl?.key ?? defaultNetworkAcl,
                },
            ];
        }),
    );
}

function subnetBlocks(record: ResourceRecord): Pick<Subnet, "cidrs" | "hasUnknownIpv6" | "undecided"> {
    const ipv6 = ipv6Blocks(record, "ipv6CidrBlock", ["assignIpv6AddressOnCreation", "ipv6IpamPoolId"]);
    const slot = reportedSlot(record, "cidrBlock");
    if (isAbsent(slot) && flagIn(statedSlot(record, "ipv6Native")) === true) {
        return ipv6;
    }
    const block = isAbsent(slot) ? { undecided: unknownIn(slot, "the address block") } : readBlock(slot);
    return "cidr" in block
        ? { ...ipv6, cidrs: [block.cidr, ...ipv6.cidrs] }
        : { ...ipv6, undecided: [block.undecided, ...ipv6.undecided] };
}

/** A flag of a subnet. One that is not known counts as set, so that nothing public is missed. */
function statedFlag(
    record: ResourceRecord,
    property: string,
    byDefault: boolean,
): { readonly value: boolean; readonly undecided: readonly Undecided[] } {
    const slot = statedSlot(record, property);
    return isUnknownSlot(slot)
        ? { value: true, undecided: [unknownIn(slot, `whether it is set`)] }
        : { value: flagIn(slot) ?? byDefault, undecided: [] };
}

/** The zone as the program states it; what a provider reports beside that comes second. */
function zoneOf(record: ResourceRecord): string | undefined {
    const properties = ["availabilityZoneId", "availabilityZone"];
    return [statedSlot, reportedSlot]
        .flatMap((read) => properties.map((property) => textIn(read(record, property))))
        .find((zone) => zone !== undefined);
}

interface Association {
    readonly key: Key;
    readonly undecided: readonly Undecided[];
}

function routeTableAssociations(context: ModelContext): ReadonlyMap<Key, Association> {
    const bySubnet = new Map<Key, Association>();
    for (const record of context.index.ofKind("routeTableAssociation")) {
        associate(context, record, ["routeTableId", "routeTable"], bySubnet);
    }
    return bySubnet;
}

function networkAclAssociations(context: ModelContext): ReadonlyMap<Key, Association> {
    const { index, references } = context;
    const bySubnet = new Map<Key, Association>();
    for (const record of index.ofKind("networkAcl").filter(({ type }) => type !== adoptedTypes.networkAcl)) {
        const { keys, undecided } = references.many(statedSlot(record, "subnetIds"), ["subnet"]);
        context.unattached.push(...undecided);
        keys.forEach((subnet) => put(bySubnet, subnet, { key: record.urn, undecided }));
    }
    for (const record of index.ofKind("networkAclAssociation")) {
        associate(context, record, ["networkAclId", "networkAcl"], bySubnet);
    }
    return bySubnet;
}

function associate(
    context: ModelContext,
    record: ResourceRecord,
    [property, kind]: readonly [string, "routeTable" | "networkAcl"],
    bySubnet: Map<Key, Association>,
): void {
    const subnet = context.references.one(statedSlot(record, "subnetId"), ["subnet"]);
    if (subnet.kind === "undecided") {
        context.unattached.push(subnet.undecided);
    }
    const slot = statedSlot(record, property);
    const key = context.references.keyOf(slot, [kind]);
    if (subnet.kind === "found" && key !== undefined) {
        const reference = context.references.one(slot, [kind]);
        put(bySubnet, subnet.key, {
            key,
            undecided: reference.kind === "undecided" ? [reference.undecided] : [],
        });
    }
}

/** A subnet takes one association only; AWS refuses or replaces a second one. */
function put(bySubnet: Map<Key, Association>, subnet: Key, association: Association): void {
    const other = bySubnet.get(subnet);
    if (other === undefined || other.key === association.key) {
        bySubnet.set(subnet, association);
        return;
    }
    const conflict: Undecided = {
        urn: subnet,
        property: "id",
        reason: `it is associated with both ${other.key} and ${association.key}`,
        remedy: "Keep one of the two associations.",
    };
    bySubnet.set(subnet, {
        key: association.key,
        undecided: [...other.undecided, ...association.undecided, conflict],
    });
}
