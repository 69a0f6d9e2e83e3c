import { adoptedInternetGateways } from "./adopted-vpcs";
import type { ModelContext } from "./model-context";
import type { InternetGateway, Key, NatGateway, Subnet } from "./network-model";
import { isAbsent, isUnknownSlot, reportedSlot, statedSlot, textIn } from "./property-slots";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Internet gateways, egress-only ones included, with the VPC each is attached to. */
export function internetGateways(context: ModelContext): Map<Key, InternetGateway> {
    const { index, references } = context;
    const attachedTo = new Map<Key, Key>();
    for (const record of index.ofKind("internetGatewayAttachment")) {
        const gateway = references.one(statedSlot(record, "internetGatewayId"), ["internetGateway"]);
        const vpc = references.one(statedSlot(record, "vpcId"), ["vpc"]);
        if (gateway.kind === "undecided") {
            context.unattached.push(gateway.undecided);
            context.doubts.add("internetGateways", gateway);
        } else if (gateway.kind === "found" && vpc.kind === "found") {
            attachedTo.set(gateway.key, vpc.key);
        } else if (gateway.kind === "found" && vpc.kind === "undecided") {
            context.doubts.note("internetGateways", [gateway.key], false, vpc.undecided);
        }
    }
    const gateway = (record: ResourceRecord, egressOnly: boolean): [Key, InternetGateway] => {
        const named = references.one(reportedSlot(record, "vpcId"), ["vpc"]);
        const vpc = attachedTo.get(record.urn) ?? (named.kind === "found" ? named.key : undefined);
        return [
            record.urn,
            {
                key: record.urn,
                record,
                external: record.external === true,
                undecided: named.kind === "undecided" ? [named.undecided] : [],
                ...(vpc === undefined ? {} : { vpc }),
                egressOnly,
            },
        ];
    };
    const managed = new Map(index.ofKind("internetGateway").map((record) => gateway(record, false)));
    return new Map([
        ...managed,
        ...adoptedInternetGateways(context, managed),
        ...index.ofKind("egressOnlyInternetGateway").map((record) => gateway(record, true)),
    ]);
}

/** A gateway that another stack owns. It is named in a route, so it is taken to be attached there. */
export const unseenInternetGateway = (
    key: Key,
    undecided: readonly Undecided[],
    egressOnly: boolean,
): InternetGateway => ({ key, external: true, undecided, egressOnly });

/** NAT gateways: public ones, private ones, and regional ones that serve every zone of their VPC. */
export function natGateways(context: ModelContext, subnets: ReadonlyMap<Key, Subnet>): Map<Key, NatGateway> {
    return new Map(
        context.index.ofKind("natGateway").map((record): [Key, NatGateway] => {
            const mode = statedSlot(record, "availabilityMode");
            const connectivity = statedSlot(record, "connectivityType");
            const regional = textIn(mode) === "regional";
            const subnet = regional
                ? undefined
                : context.references.keyOf(reportedSlot(record, "subnetId"), ["subnet"]);
            const undecided: Undecided[] = [
                ...(isUnknownSlot(mode) ? [unknownIn(mode, "whether it is zonal or regional")] : []),
                ...(isUnknownSlot(connectivity) ? [unknownIn(connectivity, "whether it is public")] : []),
            ];
            return [
                record.urn,
                {
                    key: record.urn,
                    record,
                    external: record.external === true,
                    undecided,
                    vpc:
                        (subnet === undefined ? undefined : subnets.get(subnet)?.vpc) ??
                        context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ??
                        `external:vpc:of:${subnet ?? record.urn}`,
                    ...(subnet === undefined ? {} : { subnet }),
                    public: isAbsent(connectivity) || textIn(connectivity) !== "private",
                    regional,
                },
            ];
        }),
    );
}

/** A NAT gateway that another stack owns. */
export const unseenNatGateway = (key: Key, undecided: readonly Undecided[]): NatGateway => ({
    key,
    external: true,
    undecided,
    vpc: `external:vpc:of:${key}`,
    public: true,
    regional: false,
});
