import { addressSet } from "../../packets/address-set";
import type { Cidr } from "../../packets/cidr";
import type { ModelContext } from "./model-context";
import type { Key, PrefixList } from "./network-model";
import { elements, isAbsent, isUnknownSlot, member, statedSlot, textIn } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlock, readBlocks } from "./rule-addresses";
import { unknownIn } from "./undecided-values";

/** Every prefix list: the stack's own with their entries, and AWS's by the service they stand for. */
export function prefixLists(context: ModelContext): Map<Key, PrefixList> {
    const added = entriesByList(context);
    const lists = new Map<Key, PrefixList>();
    for (const record of context.index.ofKind("prefixList")) {
        const inline = statedSlot(record, "entries");
        const own = readBlocks(elements(inline).map((entry) => member(entry, "cidr")));
        const more = added.get(record.urn);
        const cidrs = [...own.cidrs, ...(more?.cidrs ?? [])];
        const open = isUnknownSlot(inline) ? [unknownIn(inline, "the list of entries")] : [];
        lists.set(record.urn, {
            key: record.urn,
            record,
            external: record.external === true,
            undecided: [...open, ...own.undecided, ...(more?.undecided ?? [])],
            addresses: addressSet(cidrs),
            cidrs,
        });
    }
    for (const endpoint of context.index.ofKind("vpcEndpoint").filter(isGatewayEndpoint)) {
        const key = derivedKeys.servicePrefixList(endpoint);
        const service = serviceOf(endpoint);
        lists.set(key, { key, external: true, undecided: [], ...(service === undefined ? {} : { service }) });
    }
    return lists;
}

/** A list of another stack, or one of AWS's own named by its id: its entries cannot be known here. */
export const unseenPrefixList = (key: Key, undecided: readonly Undecided[]): PrefixList => ({
    key,
    external: true,
    undecided,
});

/**
 * The type that a VPC endpoint has when none is stated is `Gateway`. Where it is not known yet, what only
 * endpoints with interfaces take tells.
 */
export function isGatewayEndpoint(record: ResourceRecord): boolean {
    const type = statedSlot(record, "vpcEndpointType");
    return isUnknownSlot(type)
        ? ["subnetIds", "securityGroupIds", "privateDnsEnabled", "subnetConfigurations"].every((property) =>
              isAbsent(statedSlot(record, property)),
          )
        : (textIn(type) ?? "Gateway") === "Gateway";
}

/** The service behind an endpoint, in short: `s3`, `dynamodb`, `ssm`, `ecr.dkr`. */
export function serviceOf(endpoint: ResourceRecord): string | undefined {
    const name = textIn(statedSlot(endpoint, "serviceName"));
    return name === undefined
        ? undefined
        : (/^(?:com|cn)\.[^.]+\.(?:[^.]+\.)??[a-z]+-[a-z-]+-\d\.(.+)$/.exec(name)?.[1] ?? name);
}

interface Entries {
    readonly cidrs: Cidr[];
    readonly undecided: Undecided[];
}

function entriesByList(context: ModelContext): ReadonlyMap<Key, Entries> {
    const byList = new Map<Key, Entries>();
    for (const record of context.index.ofKind("prefixListEntry")) {
        const list = context.references.one(statedSlot(record, "prefixListId"), ["prefixList"]);
        if (list.kind === "undecided") {
            context.unattached.push(list.undecided);
            context.doubts.add("prefixLists", list);
        }
        if (list.kind !== "found") {
            continue;
        }
        const entries = byList.get(list.key) ?? { cidrs: [], undecided: [] };
        byList.set(list.key, entries);
        const block = readBlock(statedSlot(record, "cidr"));
        if ("cidr" in block) {
            entries.cidrs.push(block.cidr);
        } else {
            entries.undecided.push(block.undecided);
        }
    }
    return byList;
}
