import { elasticAddresses } from "./elastic-addresses";
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
import { statedSlot } from "./property-slots";
import { noReferences, type References } from "./references";

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
        const added = attached.get(finished.key) ?? noReferences;
        interfaces.set(finished.key, {
            ...finished,
            securityGroups: joinReferences({ keys: finished.securityGroups, undecided: [] }, added).keys,
            undecided: [...finished.undecided, ...added.undecided],
            publicIpv4: addresses.held.has(finished.key)
                ? "yes"
                : addresses.maybeHeld.has(finished.key) && finished.publicIpv4 === "no"
                  ? "undecided"
                  : finished.publicIpv4,
        });
    }
    return { interfaces, standIns };
}

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

/** Groups that a `NetworkInterfaceSecurityGroupAttachment` adds, by interface. */
function attachedGroups(
    context: ModelContext,
    standIns: ReadonlyMap<Key, readonly Key[]>,
): ReadonlyMap<Key, References> {
    const byInterface = new Map<Key, References>();
    for (const record of context.index.ofKind("networkInterfaceSecurityGroupAttachment")) {
        const group = context.references.any(statedSlot(record, "securityGroupId"), ["securityGroup"]);
        const holder = context.references.one(statedSlot(record, "networkInterfaceId"), [
            "networkInterface",
            "instance",
        ]);
        if (holder.kind === "undecided") {
            context.unattached.push(holder.undecided);
        } else if (holder.kind === "found") {
            for (const key of standIns.get(holder.key) ?? [holder.key]) {
                byInterface.set(key, joinReferences(byInterface.get(key) ?? noReferences, group));
            }
        }
    }
    return byInterface;
}
