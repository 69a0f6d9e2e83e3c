import type { ModelContext } from "./model-context";
import type { Key } from "./network-model";
import { reportedSlot, textIn } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import { adoptedTypes, type ResourceKind } from "./resource-kinds";
import { unknownValue, type ResourceRecord } from "./resource-record";

/**
 * Lets resources take over what AWS makes by itself: `DefaultSecurityGroup`, `DefaultRouteTable` and
 * `DefaultNetworkAcl` their VPC's defaults, accepters the connection or attachment they accept. From
 * then on both names mean one thing. It comes before anything else resolves a reference.
 */
export function adoptDefaults(context: ModelContext): ReadonlyMap<Key, Key> {
    const vpcOf = new Map<Key, Key>();
    const defaults = [
        ["securityGroup", adoptedTypes.securityGroup, "vpcId", derivedKeys.defaultSecurityGroup],
        ["routeTable", adoptedTypes.routeTable, "defaultRouteTableId", derivedKeys.defaultRouteTable],
        ["networkAcl", adoptedTypes.networkAcl, "defaultNetworkAclId", derivedKeys.defaultNetworkAcl],
    ] as const;
    const adoptions: (readonly [Key, Key])[] = [];
    for (const [kind, type, property, derive] of defaults) {
        for (const record of context.index.ofKind(kind).filter((candidate) => candidate.type === type)) {
            const vpc = vpcOfDefault(context, record, kind, property);
            vpcOf.set(record.urn, vpc);
            adoptions.push([derive(vpc), record.urn]);
        }
    }
    adoptions.push(...reportedDefaults(context));
    const accepted = [
        ["vpcPeeringConnectionAccepter", "vpcPeeringConnectionId", ["vpcPeeringConnection"]],
        [
            "transitGatewayVpcAttachmentAccepter",
            "transitGatewayAttachmentId",
            ["transitGatewayVpcAttachment"],
        ],
        [
            "transitGatewayPeeringAttachmentAccepter",
            "transitGatewayAttachmentId",
            ["transitGatewayPeeringAttachment"],
        ],
    ] as const;
    for (const [kind, property, wanted] of accepted) {
        for (const record of context.index.ofKind(kind)) {
            const reference = context.references.one(reportedSlot(record, property), wanted);
            if (reference.kind === "found") {
                adoptions.push([record.urn, reference.key]);
            } else if (reference.kind === "undecided") {
                const { candidates, anything, undecided } = reference;
                if (kind === "vpcPeeringConnectionAccepter") {
                    context.doubts.note("peeringConnections", candidates, anything, undecided);
                } else {
                    context.doubts.note("transitGateways", [], true, undecided);
                }
            }
        }
    }
    adoptions.forEach(([key, adopter]) => context.index.adopt(key, adopter));
    return vpcOf;
}

/** A deployed VPC reports the ids of its defaults, which may belong to resources of any type. */
function reportedDefaults({ index }: ModelContext): (readonly [Key, Key])[] {
    const reported = [
        ["securityGroup", "defaultSecurityGroupId", derivedKeys.defaultSecurityGroup],
        ["routeTable", "defaultRouteTableId", derivedKeys.defaultRouteTable],
        ["networkAcl", "defaultNetworkAclId", derivedKeys.defaultNetworkAcl],
    ] as const;
    return index.ofKind("vpc").flatMap((vpc) =>
        reported.flatMap(([kind, property, derive]): [Key, Key][] => {
            const id = textIn(reportedSlot(vpc, property));
            const owner = id === undefined ? undefined : index.keyOf(kind, id);
            return owner !== undefined && index.byUrn.has(owner) ? [[derive(vpc.urn), owner]] : [];
        }),
    );
}

function vpcOfDefault(
    context: ModelContext,
    record: ResourceRecord,
    kind: ResourceKind,
    property: string,
): Key {
    const { index, references } = context;
    const slot = reportedSlot(record, property);
    if (property === "vpcId") {
        const named = references.one(slot, ["vpc"]);
        if (named.kind === "undecided") {
            const groups = named.candidates.map(derivedKeys.defaultSecurityGroup);
            context.doubts.note("securityGroups", groups, named.anything, named.undecided);
        }
        return references.keyOf(slot, ["vpc"]) ?? context.defaultVpc();
    }
    // Its own id is the default's id too, so what the property was computed from comes first.
    const computed = references.one({ ...slot, value: unknownValue }, [kind]);
    if (computed.kind === "found" && computed.key.includes("#")) {
        return computed.key.slice(0, computed.key.lastIndexOf("#"));
    }
    const id = textIn(slot);
    if (computed.kind === "undecided" && id === undefined) {
        context.doubts.add(kind === "routeTable" ? "routeTables" : "networkAcls", computed);
    }
    return (
        (id === undefined ? undefined : index.keyOf("vpc", id)) ??
        references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ??
        references.mention("vpc", `external:vpc:of:${record.urn}`)
    );
}
