import type {
    NetworkModel,
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRouteTable,
} from "../model/network-model";
import { addressSet } from "../../packets/address-set";
import { formatCidr, type Cidr, type Family } from "../../packets/cidr";
import { regionMap, type RegionMap } from "./address-region";

/** Where a transit gateway's table sends a packet; no attachment stands for a blackhole. */
export interface TransitChoice {
    readonly attachment?: TransitGatewayAttachment;
    readonly urn?: string;
    readonly label: string;
    /** The only family whose packets it may concern. */
    readonly family?: Family;
}

export interface TransitRouteFilter {
    readonly byAddress: RegionMap<TransitChoice | undefined>;
    /** Attachments that propagate prefixes nobody here knows. */
    readonly anywhere: readonly TransitChoice[];
}

/** Longest prefix first; at equal prefixes a static route wins over a propagated one. */
export function transitRouteFilter(
    model: NetworkModel,
    gateway: TransitGateway,
    table: TransitGatewayRouteTable,
): TransitRouteFilter {
    const attachments = new Map(gateway.attachments.map((attachment) => [attachment.key, attachment]));
    const candidates: { readonly cidr: Cidr; readonly fixed: boolean; readonly choice: TransitChoice }[] = [];
    const anywhere: TransitChoice[] = [];
    for (const route of table.routes) {
        const attachment = route.attachment === undefined ? undefined : attachments.get(route.attachment);
        const to = route.attachment ?? "blackhole";
        const choice: TransitChoice = {
            ...(route.attachment === undefined
                ? {}
                : { attachment: attachment ?? elsewhere(route.attachment) }),
            urn: route.urn,
            label: `${formatCidr(route.destination)} to ${to}`,
        };
        candidates.push({ cidr: route.destination, fixed: true, choice });
    }
    for (const key of table.propagatedFrom) {
        const attachment = attachments.get(key) ?? elsewhere(key);
        const vpc = attachment.vpc === undefined ? undefined : model.vpcs.get(attachment.vpc);
        const cidrs = vpc?.cidrs ?? [];
        const label = `routes propagated from ${key}`;
        if (attachment.kind !== "vpc" || cidrs.length === 0 || (vpc?.undecided.length ?? 0) > 0) {
            anywhere.push({ attachment, label });
        } else if (vpc?.hasUnknownIpv6 === true) {
            anywhere.push({ attachment, label, family: "ipv6" });
        }
        for (const cidr of cidrs) {
            const choice = { attachment, label: `${formatCidr(cidr)} propagated from ${key}` };
            candidates.push({ cidr, fixed: false, choice });
        }
    }
    const byAddress = regionMap(
        candidates.map((candidate) => addressSet([candidate.cidr])),
        (holders) => {
            let winner: (typeof candidates)[number] | undefined;
            for (const candidate of holders.map((holder) => candidates[holder]!)) {
                const longer = winner === undefined || candidate.cidr.prefix > winner.cidr.prefix;
                const equal = winner !== undefined && candidate.cidr.prefix === winner.cidr.prefix;
                if (longer || (equal && candidate.fixed && !winner!.fixed)) {
                    winner = candidate;
                }
            }
            return winner?.choice;
        },
    );
    return { byAddress, anywhere };
}

const elsewhere = (key: string): TransitGatewayAttachment => ({
    key,
    kind: "connect",
    subnets: [],
    accepted: "undecided",
    securityGroupReferencing: false,
    undecided: [],
});
