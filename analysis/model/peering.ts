import { answerIn } from "./interface-draft";
import type { ModelContext } from "./model-context";
import type { Key, PeeringConnection } from "./network-model";
import {
    flagIn,
    isAbsent,
    isUnknownSlot,
    reportedSlot,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";
import { regionOf } from "./vpcs";

/** VPC peering connections, with their acceptance as far as this stack shows it. */
export function peeringConnections(context: ModelContext): Map<Key, PeeringConnection> {
    const { index, references } = context;
    const accepters = new Map<Key, ResourceRecord>();
    for (const record of index.ofKind("vpcPeeringConnectionAccepter")) {
        accepters.set(index.canonical(record.urn), record);
    }
    const connections = new Map<Key, PeeringConnection>();
    for (const record of index.ofKind("vpcPeeringConnection")) {
        const requester = references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ?? context.defaultVpc();
        const accepter = references.keyOf(reportedSlot(record, "peerVpcId"), ["vpc"]) ?? context.defaultVpc();
        connections.set(record.urn, {
            key: record.urn,
            record,
            external: record.external === true,
            requester,
            accepter,
            accepted: acceptance(context, record, accepters.get(record.urn), accepter),
            ...crossRegion(context, record, requester, accepter),
        });
    }
    for (const [key, record] of accepters) {
        if (!connections.has(key)) {
            connections.set(key, acceptedFromElsewhere(context, key, record));
        }
    }
    return connections;
}

/** A connection that another stack owns, named in a route. */
export const unseenPeeringConnection = (key: Key, undecided: readonly Undecided[]): PeeringConnection => ({
    key,
    external: true,
    undecided,
    requester: `external:vpc:requester:${key}`,
    accepter: `external:vpc:accepter:${key}`,
    accepted: "undecided",
    crossRegion: false,
});

/** What AWS reports of a connection that nobody can accept any more. */
const deadStates: ReadonlySet<string> = new Set(["rejected", "failed", "expired", "deleting", "deleted"]);

function acceptance(
    context: ModelContext,
    record: ResourceRecord,
    accepter: ResourceRecord | undefined,
    accepterVpc: Key,
): PeeringConnection["accepted"] {
    const answers = [record, accepter].map((each) =>
        each === undefined ? undefined : answerIn(statedSlot(each, "autoAccept")),
    );
    const reported = [record, accepter].map((each) => each && textIn(reportedSlot(each, "acceptStatus")));
    if (answers.includes("yes") || reported.includes("active")) {
        return "yes";
    }
    if (reported.some((status) => status !== undefined && deadStates.has(status))) {
        return "no";
    }
    if (answers.includes("undecided")) {
        return "undecided";
    }
    // Whoever owns a VPC that is not of this stack may have accepted it.
    return context.index.byUrn.has(accepterVpc) ? "no" : "undecided";
}

function crossRegion(
    context: ModelContext,
    record: ResourceRecord,
    requester: Key,
    accepter: Key,
): Pick<PeeringConnection, "crossRegion" | "undecided"> {
    const slot = statedSlot(record, "peerRegion");
    const regionOfVpc = (key: Key): string | undefined => {
        const vpc = context.index.byUrn.get(key);
        return vpc === undefined ? undefined : regionOf(context.index, vpc);
    };
    const open = [slot, ...regionSlots(context, [record.urn, requester, accepter])].find(isUnknownSlot);
    if (open !== undefined) {
        return { crossRegion: true, undecided: [unknownIn(open, "the region of the peer")] };
    }
    const here = regionOf(context.index, record) ?? regionOfVpc(requester);
    const there = isAbsent(slot) ? regionOfVpc(accepter) : textIn(slot);
    const named = !isAbsent(slot);
    // A peer's region that is stated differs, or there would be no need to state it.
    return {
        crossRegion: there === undefined ? false : here === undefined ? named : here !== there,
        undecided: [],
    };
}

const regionSlots = ({ index }: ModelContext, keys: readonly Key[]): Slot[] =>
    keys.flatMap((key) => {
        const record = index.byUrn.get(key);
        return record === undefined ? [] : [statedSlot(record, "region")];
    });

/** The accepting side of a connection that another stack, often another account's, requests. */
function acceptedFromElsewhere(context: ModelContext, key: Key, record: ResourceRecord): PeeringConnection {
    const accepts = flagIn(statedSlot(record, "autoAccept"));
    const vpc = (property: string): Key | undefined =>
        context.references.keyOf(reportedSlot(record, property), ["vpc"]);
    const unseen = unseenPeeringConnection(key, []);
    return {
        ...unseen,
        record,
        // An accepter reports its own VPC as `vpcId` and the other side's as `peerVpcId`.
        requester: vpc("peerVpcId") ?? unseen.requester,
        accepter: vpc("vpcId") ?? unseen.accepter,
        accepted:
            accepts === true || textIn(reportedSlot(record, "acceptStatus")) === "active"
                ? "yes"
                : accepts === false
                  ? "no"
                  : "undecided",
    };
}
