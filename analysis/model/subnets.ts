import type { ModelContext } from "./model-context";
import type { Key, Subnet, Vpc } from "./network-model";
import { flagIn, isUnknownSlot, isAbsent, reportedSlot, statedSlot, textIn } from "./property-slots";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlock } from "./rule-addresses";
import { unknownIn } from "./undecided-values";
import { subnetAssociations } from "./subnet-associations";
import { ipv6Blocks, vpcDefaults } from "./vpcs";

/** Every subnet of the stack with the route table and the network ACL that hold for it. */
export function subnets(context: ModelContext, vpcs: ReadonlyMap<Key, Vpc>): Map<Key, Subnet> {
    const associations = subnetAssociations(context);
    return new Map(
        context.index.ofKind("subnet").map((record): [Key, Subnet] => {
            const isDefault = record.type === adoptedTypes.subnet;
            const vpc =
                context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ?? context.defaultVpc();
            const { mainRouteTable, defaultNetworkAcl } = vpcs.get(vpc) ?? vpcDefaults(context.index, vpc);
            const blocks = subnetBlocks(record);
            const publicByLaunch = statedFlag(record, "mapPublicIpOnLaunch", isDefault);
            const ipv6ByLaunch = statedFlag(record, "assignIpv6AddressOnCreation", false);
            const table = associations.routeTableOf(record.urn);
            const acl = associations.networkAclOf(record.urn);
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
