import type { ModelContext } from "./model-context";
import type { Key, TransitGatewayAttachment } from "./network-model";
import { flagIn, isAbsent, isUnknownSlot, reportedSlot, statedSlot, textIn } from "./property-slots";
import type { ResourceKind } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Every kind of thing that a transit gateway's tables may name as an attachment. */
export const attachmentKinds: readonly ResourceKind[] = [
    "transitGatewayVpcAttachment",
    "transitGatewayPeeringAttachment",
    "transitGatewayConnect",
    "vpnConnection",
    "directConnectAssociation",
    "transitGatewayVpcAttachmentAccepter",
    "transitGatewayPeeringAttachmentAccepter",
];

/** An attachment, its gateway, and whether it takes part in the gateway's default tables. */
export interface AttachmentReading {
    readonly gateway: Key;
    readonly attachment: TransitGatewayAttachment;
    readonly associatesByDefault: boolean;
    readonly propagatesByDefault: boolean;
}

/** Reads attachments of every kind; a peering attachment is one of both gateways. */
export function readAttachments(context: ModelContext): AttachmentReading[] {
    const { index } = context;
    const accepters = new Map<Key, ResourceRecord>();
    for (const kind of [
        "transitGatewayVpcAttachmentAccepter",
        "transitGatewayPeeringAttachmentAccepter",
    ] as const) {
        index.ofKind(kind).forEach((record) => accepters.set(index.canonical(record.urn), record));
    }
    const ownAccepters = [...accepters].filter(
        ([key]) => !index.byUrn.has(key) || index.byUrn.get(key) === accepters.get(key),
    );
    return [
        ...index
            .ofKind("transitGatewayVpcAttachment")
            .map((record) => vpcAttachment(context, record, record.urn, accepters.get(record.urn))),
        ...ownAccepters
            .filter(([, { type }]) => type.includes("VpcAttachment"))
            .map(([key, record]) => vpcAttachment(context, record, key, record)),
        ...index
            .ofKind("transitGatewayPeeringAttachment")
            .flatMap((record) => peeringAttachments(context, record, accepters.has(record.urn))),
        ...index
            .ofKind("vpnConnection")
            .flatMap((record) => plainAttachment(context, record, "vpn", "transitGatewayId")),
        ...index
            .ofKind("transitGatewayConnect")
            .flatMap((record) => plainAttachment(context, record, "connect", "transitGatewayId")),
        ...index
            .ofKind("directConnectAssociation")
            .flatMap((record) => plainAttachment(context, record, "directConnect", "associatedGatewayId")),
    ];
}

function vpcAttachment(
    context: ModelContext,
    record: ResourceRecord,
    key: Key,
    accepter: ResourceRecord | undefined,
): AttachmentReading {
    const { references, index } = context;
    const gateway = gatewayOf(context, record, "transitGatewayId");
    const vpc = references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]);
    const subnets = references.many(reportedSlot(record, "subnetIds"), ["subnet"]);
    const named = references.one(reportedSlot(record, "vpcId"), ["vpc"]);
    if (named.kind === "undecided") {
        context.doubts.note("transitGateways", [gateway], false, named.undecided);
    }
    const support = statedSlot(record, "securityGroupReferencingSupport");
    const associates = takesPart([record, accepter], "transitGatewayDefaultRouteTableAssociation");
    const propagates = takesPart([record, accepter], "transitGatewayDefaultRouteTablePropagation");
    return {
        gateway,
        attachment: {
            key,
            kind: "vpc",
            ...(vpc === undefined ? {} : { vpc }),
            subnets: subnets.keys,
            // A gateway of another account may wait for its owner's consent.
            accepted: index.byUrn.has(gateway) || accepter !== undefined ? "yes" : "undecided",
            securityGroupReferencing: textIn(support) !== "disable",
            undecided: [
                ...subnets.undecided,
                ...associates.undecided,
                ...propagates.undecided,
                ...(isUnknownSlot(support) ? [unknownIn(support, "whether group references hold")] : []),
            ],
        },
        associatesByDefault: associates.value,
        propagatesByDefault: propagates.value,
    };
}

/** The attachment as each of its two gateways sees it, as far as they are known. Neither takes defaults. */
function peeringAttachments(
    context: ModelContext,
    record: ResourceRecord,
    hasAccepter: boolean,
): AttachmentReading[] {
    const own = gatewayOf(context, record, "transitGatewayId");
    const peer = gatewayOf(context, record, "peerTransitGatewayId");
    const accepted = hasAccepter ? "yes" : context.index.byUrn.has(peer) ? "no" : "undecided";
    return [
        [own, peer],
        [peer, own],
    ].map(([gateway, other]): AttachmentReading => ({
        gateway: gateway!,
        attachment: {
            key: record.urn,
            kind: "peering",
            peer: other!,
            subnets: [],
            accepted,
            securityGroupReferencing: false,
            undecided: [],
        },
        associatesByDefault: false,
        propagatesByDefault: false,
    }));
}

function plainAttachment(
    context: ModelContext,
    record: ResourceRecord,
    kind: TransitGatewayAttachment["kind"],
    property: string,
): AttachmentReading[] {
    const slot = statedSlot(record, property);
    if (isAbsent(slot)) {
        return [];
    }
    const reference = context.references.one(slot, ["transitGateway", "virtualPrivateGateway"]);
    if (reference.kind === "found" && reference.of !== "transitGateway") {
        return [];
    }
    return [
        {
            gateway: gatewayOf(context, record, property),
            attachment: {
                key: record.urn,
                kind,
                subnets: [],
                accepted: "yes",
                securityGroupReferencing: false,
                undecided: [],
            },
            associatesByDefault: true,
            propagatesByDefault: true,
        },
    ];
}

function gatewayOf(context: ModelContext, record: ResourceRecord, property: string): Key {
    const slot = reportedSlot(record, property);
    const named = context.references.one(slot, ["transitGateway"]);
    if (named.kind === "undecided") {
        context.doubts.add("transitGateways", named);
    }
    return (
        context.references.keyOf(slot, ["transitGateway"]) ??
        context.references.mention("transitGateway", `external:transitGateway:of:${record.urn}`)
    );
}

/** Attachments use the gateway's default tables unless the attachment or its accepter says otherwise. */
function takesPart(
    records: readonly (ResourceRecord | undefined)[],
    property: string,
): { readonly value: boolean; readonly undecided: readonly Undecided[] } {
    const slots = records.flatMap((record) => (record === undefined ? [] : [statedSlot(record, property)]));
    const open = slots.find(isUnknownSlot);
    return {
        value: slots.map(flagIn).every((flag) => flag !== false),
        undecided: open === undefined ? [] : [unknownIn(open, "whether it uses the gateway's default table")],
    };
}
