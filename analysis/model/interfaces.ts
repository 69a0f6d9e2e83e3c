import { addressSet, type AddressSet } from "../../packets/address-set";
import { isCidrProblem, readCidr } from "../../packets/cidr";
import { elasticAddresses, type ElasticAddresses } from "./elastic-addresses";
import { finishInterface, joinReferences, type InterfaceDraft } from "./interface-draft";
import { autoScalingDrafts, instanceDrafts, networkInterfaceDrafts } from "./instances";
import {
    classicLoadBalancerDrafts,
    loadBalancerDrafts,
    natGatewayDrafts,
    transitGatewayAttachmentDrafts,
} from "./managed-interfaces";
import type { ModelContext } from "./model-context";
import type { Key, NetworkInterface, Subnet, Vpc } from "./network-model";
import { placedDrafts } from "./placed-resources";
import { reportedSlot, statedSlot, textIn } from "./property-slots";
import type { Undecided } from "./resource-record";
import { certainly, noReferences, type References } from "./references";

export interface Interfaces {
    readonly interfaces: Map<Key, NetworkInterface>;
    /** For an instance that brings prepared interfaces, those; every other resource stands for itself. */
    readonly standIns: ReadonlyMap<Key, readonly Key[]>;
}

/** Every network interface that the stack's resources put into subnets. */
export function networkInterfaces(
    context: ModelContext,
    subnets: ReadonlyMap<Key, Subnet>,
    vpcs: ReadonlyMap<Key, Vpc>,
): Interfaces {
    const { drafts: instances, standIns } = instanceDrafts(context);
    const drafts: readonly InterfaceDraft[] = [
        ...instances,
        ...networkInterfaceDrafts(context),
        ...autoScalingDrafts(context),
        ...loadBalancerDrafts(context),
        ...classicLoadBalancerDrafts(context),
        ...natGatewayDrafts(context),
        ...transitGatewayAttachmentDrafts(context),
        ...placedDrafts(context),
    ];
    const attached = attachedGroups(context, standIns);
    const addresses = elasticAddresses(context, standIns);
    const interfaces = new Map<Key, NetworkInterface>();
    for (const draft of drafts) {
        const finished = finishInterface(context, draft, subnets, vpcs);
        const added = attached.byInterface.get(finished.key) ?? noReferences;
        const reported = textIn(reportedSlot(draft.record, "publicIp"));
        const publicAddresses = addressesIn([reported, ...(addresses.known.get(finished.key) ?? [])]);
        interfaces.set(finished.key, {
            ...finished,
            ...(publicAddresses === undefined ? {} : { publicAddresses }),
            securityGroups: joinReferences(certainly(...finished.securityGroups), added).keys,
            undecided: [...finished.undecided, ...added.undecided, ...attached.toAny],
            ...(added.undecided.length > 0 || attached.toAny.length > 0 ? { openGroups: true } : {}),
            publicIpv4: addresses.held.has(finished.key)
                ? "yes"
                : mayHold(addresses, finished.key) && finished.publicIpv4 === "no"
                  ? "undecided"
                  : finished.publicIpv4,
        });
    }
    return { interfaces, standIns };
}

/** The addresses that are known, if there are any. */
function addressesIn(texts: readonly (string | undefined)[]): AddressSet | undefined {
    const known = texts.flatMap((text) => {
        const block = text === undefined ? undefined : readCidr(`${text}/32`);
        return block === undefined || isCidrProblem(block) ? [] : [block];
    });
    return known.length === 0 ? undefined : addressSet(known);
}

const mayHold = ({ maybeHeld, anyMayHold }: ElasticAddresses, key: Key): boolean =>
    anyMayHold || maybeHeld.has(key);

/** An interface that another stack owns, named here as a target. */
export const unseenInterface = (
    key: Key,
    undecided: NetworkInterface["undecided"],
    kind: NetworkInterface["kind"],
): NetworkInterface => ({
    key,
    external: true,
    undecided,
    kind,
    vpc: `external:vpc:of:${key}`,
    subnets: [],
    securityGroups: [],
    publicIpv4: "undecided",
    ipv6: "undecided",
    sourceDestCheck: true,
    tags: {},
});

interface AttachedGroups {
    readonly byInterface: ReadonlyMap<Key, References>;
    /** Attachments to nobody knows which interface. */
    readonly toAny: readonly Undecided[];
}

/** Groups that a `NetworkInterfaceSecurityGroupAttachment` adds, by interface. */
function attachedGroups(context: ModelContext, standIns: ReadonlyMap<Key, readonly Key[]>): AttachedGroups {
    const byInterface = new Map<Key, References>();
    const toAny: Undecided[] = [];
    const attach = (holder: Key, group: References): void => {
        for (const key of standIns.get(holder) ?? [holder]) {
            byInterface.set(key, joinReferences(byInterface.get(key) ?? noReferences, group));
        }
    };
    for (const record of context.index.ofKind("networkInterfaceSecurityGroupAttachment")) {
        const group = context.references.any(statedSlot(record, "securityGroupId"), ["securityGroup"]);
        const holder = context.references.one(statedSlot(record, "networkInterfaceId"), [
            "networkInterface",
            "instance",
        ]);
        if (holder.kind === "undecided") {
            const { undecided, candidates, anything } = holder;
            context.unattached.push(undecided);
            toAny.push(...(anything ? [undecided] : []));
            candidates.forEach((key) => attach(key, { ...noReferences, undecided: [undecided] }));
        } else if (holder.kind === "found") {
            attach(holder.key, group);
        }
    }
    return { byInterface, toAny };
}
