import { parseCidr, type Cidr } from "../../packets/cidr";
import type { ModelContext } from "./model-context";
import type { Key, Vpc } from "./network-model";
import { flagIn, isAbsent, isUnknownSlot, reportedSlot, statedSlot, textIn } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceIndex } from "./resource-index";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlock } from "./rule-addresses";
import { missingIn, unknownIn } from "./undecided-values";

/** The block of every default VPC (VPC guide, "Default VPC components"). */
const defaultVpcBlock = parseCidr("172.31.0.0/16");

interface Blocks {
    readonly cidrs: readonly Cidr[];
    readonly hasUnknownIpv6: boolean;
    readonly undecided: readonly Undecided[];
}

/** Every VPC of the stack with all its blocks and the keys of what AWS made with it. */
export function vpcs(context: ModelContext): Map<Key, Vpc> {
    const { index, references } = context;
    const associated = associatedBlocks(context);
    const mainTables = new Map<Key, Key>();
    for (const record of index.ofKind("mainRouteTableAssociation")) {
        const vpc = references.one(statedSlot(record, "vpcId"), ["vpc"]);
        const table = references.keyOf(statedSlot(record, "routeTableId"), ["routeTable"]);
        if (vpc.kind === "found" && table !== undefined) {
            mainTables.set(vpc.key, table);
        } else if (vpc.kind === "undecided") {
            context.unattached.push(vpc.undecided);
            const tables = vpc.candidates.map((key) => vpcDefaults(index, key).mainRouteTable);
            context.doubts.note("routeTables", tables, vpc.anything, vpc.undecided);
        }
    }
    return new Map(
        index.ofKind("vpc").map((record): [Key, Vpc] => {
            const isDefault = record.type === adoptedTypes.vpc;
            const own = ownBlocks(record, isDefault);
            const more = associated.get(record.urn) ?? [];
            const region = regionOf(index, record);
            const defaults = vpcDefaults(index, record.urn);
            return [
                record.urn,
                {
                    key: record.urn,
                    record,
                    external: record.external === true,
                    undecided: [own, ...more].flatMap(({ undecided }) => undecided),
                    cidrs: [own, ...more].flatMap(({ cidrs }) => cidrs),
                    hasUnknownIpv6: [own, ...more].some(({ hasUnknownIpv6 }) => hasUnknownIpv6),
                    ...(region === undefined ? {} : { region }),
                    dnsSupport: flagIn(reportedSlot(record, "enableDnsSupport")) ?? true,
                    dnsHostnames: flagIn(reportedSlot(record, "enableDnsHostnames")) ?? isDefault,
                    ...defaults,
                    mainRouteTable:
                        mainTables.get(record.urn) ??
                        reportedMainTable(index, record) ??
                        defaults.mainRouteTable,
                },
            ];
        }),
    );
}

/** The main table of a deployed VPC, where it is a resource of this stack. */
function reportedMainTable(index: ResourceIndex, vpc: ResourceRecord): Key | undefined {
    const id = textIn(reportedSlot(vpc, "mainRouteTableId"));
    const table = id === undefined ? undefined : index.keyOf("routeTable", id);
    return table !== undefined && index.byUrn.has(table) ? table : undefined;
}

/** The keys of what AWS makes with a VPC, or of the resources that took it over. */
export const vpcDefaults = (
    index: ResourceIndex,
    vpc: Key,
): Pick<Vpc, "mainRouteTable" | "defaultNetworkAcl" | "defaultSecurityGroup"> => ({
    mainRouteTable: index.canonical(derivedKeys.defaultRouteTable(vpc)),
    defaultNetworkAcl: index.canonical(derivedKeys.defaultNetworkAcl(vpc)),
    defaultSecurityGroup: index.canonical(derivedKeys.defaultSecurityGroup(vpc)),
});

/** The region a resource is in: its own property, or else its provider's. */
export function regionOf(index: ResourceIndex, record: ResourceRecord): string | undefined {
    const own = textIn(reportedSlot(record, "region"));
    if (own !== undefined || record.provider === undefined) {
        return own;
    }
    // The engine refers to a provider by its URN and its id.
    const provider =
        index.byUrn.get(record.provider) ?? index.byUrn.get(record.provider.replace(/::[^:]*$/, ""));
    return provider === undefined ? undefined : textIn(reportedSlot(provider, "region"));
}

function ownBlocks(record: ResourceRecord, isDefault: boolean): Blocks {
    const cidrs: Cidr[] = [];
    const undecided: Undecided[] = [];
    const slot = reportedSlot(record, "cidrBlock");
    if (!isAbsent(slot)) {
        const block = readBlock(slot);
        if ("cidr" in block) {
            cidrs.push(block.cidr);
        } else {
            undecided.push(block.undecided);
        }
    } else if (isDefault) {
        cidrs.push(defaultVpcBlock);
    } else {
        undecided.push(
            isAbsent(statedSlot(record, "ipv4IpamPoolId"))
                ? missingIn(slot, "address block")
                : unknownIn(slot, "the block that the address pool gives"),
        );
    }
    const ipv6 = ipv6Blocks(record, "ipv6CidrBlock", ["assignGeneratedIpv6CidrBlock", "ipv6IpamPoolId"]);
    return {
        cidrs: [...cidrs, ...ipv6.cidrs],
        hasUnknownIpv6: ipv6.hasUnknownIpv6,
        undecided: [...undecided, ...ipv6.undecided],
    };
}

/** Reads an IPv6 block that is stated, or that AWS or a pool chooses when one of the properties asks for it. */
export function ipv6Blocks(record: ResourceRecord, property: string, askedBy: readonly string[]): Blocks {
    const slot = reportedSlot(record, property);
    const asked = askedBy.some((asking) => {
        const wish = statedSlot(record, asking);
        return !isAbsent(wish) && flagIn(wish) !== false;
    });
    if (isAbsent(slot) || isUnknownSlot(slot)) {
        return { cidrs: [], hasUnknownIpv6: asked || isUnknownSlot(slot), undecided: [] };
    }
    const block = readBlock(slot);
    return "cidr" in block
        ? { cidrs: [block.cidr], hasUnknownIpv6: false, undecided: [] }
        : { cidrs: [], hasUnknownIpv6: false, undecided: [block.undecided] };
}

function associatedBlocks(context: ModelContext): ReadonlyMap<Key, readonly Blocks[]> {
    const { index, references } = context;
    const byVpc = new Map<Key, Blocks[]>();
    for (const record of index.ofKind("vpcCidrAssociation")) {
        const vpc = references.one(statedSlot(record, "vpcId"), ["vpc"]);
        if (vpc.kind !== "found") {
            if (vpc.kind === "undecided") {
                context.unattached.push(vpc.undecided);
                context.doubts.add("vpcs", vpc);
            }
            continue;
        }
        const blocks = record.type.includes("Ipv6")
            ? ipv6Blocks(record, "ipv6CidrBlock", ["vpcId"])
            : secondaryBlock(record);
        byVpc.set(vpc.key, [...(byVpc.get(vpc.key) ?? []), blocks]);
    }
    return byVpc;
}

function secondaryBlock(record: ResourceRecord): Blocks {
    const slot = reportedSlot(record, "cidrBlock");
    const block = isAbsent(slot)
        ? { undecided: unknownIn(slot, "the block that the address pool gives") }
        : readBlock(slot);
    return "cidr" in block
        ? { cidrs: [block.cidr], hasUnknownIpv6: false, undecided: [] }
        : { cidrs: [], hasUnknownIpv6: false, undecided: [block.undecided] };
}
