import { answerIn, joined, pinnedAddresses, type InterfaceDraft } from "./interface-draft";
import type { ModelContext } from "./model-context";
import type { InterfaceKind } from "./network-model";
import {
    elements,
    flagIn,
    isAbsent,
    isUnknownSlot,
    member,
    reportedSlot,
    statedSlot,
    textIn,
} from "./property-slots";
import { noReferences, type References } from "./references";
import type { ResourceRecord } from "./resource-record";

const loadBalancerKinds: { readonly [type: string]: InterfaceKind } = {
    network: "networkLoadBalancer",
    gateway: "gatewayLoadBalancer",
};

/** The nodes of application, network and gateway load balancers. */
export function loadBalancerDrafts(context: ModelContext): InterfaceDraft[] {
    return context.index.ofKind("loadBalancer").map((record): InterfaceDraft => {
        const typeSlot = statedSlot(record, "loadBalancerType");
        const kind = loadBalancerKinds[textIn(typeSlot) ?? ""] ?? "applicationLoadBalancer";
        const mappings = elements(statedSlot(record, "subnetMappings"));
        const pinnedAll = mappings.map((mapping) => member(mapping, "privateIpv4Address"));
        const privateAddresses = pinnedAll.some(isAbsent) ? undefined : pinnedAddresses(pinnedAll);
        return {
            record,
            kind,
            subnets: loadBalancerSubnets(context, record),
            securityGroups: context.references.many(reportedSlot(record, "securityGroups"), [
                "securityGroup",
            ]),
            // A network load balancer made without a group never has one: all traffic passes.
            takesDefaultGroup: kind === "applicationLoadBalancer",
            openGroups: isUnknownSlot(typeSlot),
            ...(privateAddresses === undefined ? {} : { privateAddresses }),
            publicIpv4: internetFacing(record),
            ipv6: dualStack(record, "ipAddressType", /^dualstack/),
            sourceDestCheck: true,
        };
    });
}

export function classicLoadBalancerDrafts(context: ModelContext): InterfaceDraft[] {
    const { index, references } = context;
    return index.ofKind("classicLoadBalancer").map((record): InterfaceDraft => ({
        record,
        kind: "classicLoadBalancer",
        subnets: references.many(reportedSlot(record, "subnets"), ["subnet"]),
        securityGroups: references.many(reportedSlot(record, "securityGroups"), ["securityGroup"]),
        takesDefaultGroup: true,
        publicIpv4: internetFacing(record),
        ipv6: "no",
        sourceDestCheck: true,
    }));
}

/** NAT gateways. They have no group, and forward for others by their nature. */
export function natGatewayDrafts(context: ModelContext): InterfaceDraft[] {
    const { index, references } = context;
    return index.ofKind("natGateway").map((record): InterfaceDraft => {
        const connectivity = statedSlot(record, "connectivityType");
        const subnet = references.any(reportedSlot(record, "subnetId"), ["subnet"]);
        const vpc = references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]);
        const privateAddresses = pinnedAddresses([reportedSlot(record, "privateIp")]);
        return {
            record,
            kind: "natGateway",
            subnets: subnet,
            securityGroups: noReferences,
            takesDefaultGroup: false,
            ...(subnet.keys.length === 0 && vpc !== undefined ? { vpc } : {}),
            ...(privateAddresses === undefined ? {} : { privateAddresses }),
            publicIpv4: isUnknownSlot(connectivity)
                ? "undecided"
                : textIn(connectivity) === "private"
                  ? "no"
                  : "yes",
            ipv6: "no",
            sourceDestCheck: false,
        };
    });
}

/** The interfaces that a transit gateway puts into the subnets of an attachment. */
export function transitGatewayAttachmentDrafts(context: ModelContext): InterfaceDraft[] {
    const { index, references } = context;
    return index.ofKind("transitGatewayVpcAttachment").map((record): InterfaceDraft => {
        const vpc = references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]);
        return {
            record,
            kind: "transitGatewayAttachment",
            subnets: references.many(reportedSlot(record, "subnetIds"), ["subnet"]),
            securityGroups: noReferences,
            takesDefaultGroup: false,
            ...(vpc === undefined ? {} : { vpc }),
            publicIpv4: "no",
            ipv6: dualStack(record, "ipv6Support", /^enable$/),
            sourceDestCheck: false,
        };
    });
}

function dualStack(record: ResourceRecord, property: string, said: RegExp): "yes" | "no" | "undecided" {
    const slot = statedSlot(record, property);
    return isUnknownSlot(slot) ? "undecided" : said.test(textIn(slot) ?? "") ? "yes" : "no";
}

function loadBalancerSubnets(context: ModelContext, record: ResourceRecord): References {
    const mappings = statedSlot(record, "subnetMappings");
    const mapped = elements(mappings).map((mapping) => member(mapping, "subnetId"));
    if (isUnknownSlot(mappings)) {
        return context.references.many(mappings, ["subnet"]);
    }
    return mapped.length > 0
        ? context.references.many(joined("subnetMappings", mapped), ["subnet"])
        : context.references.many(reportedSlot(record, "subnets"), ["subnet"]);
}

/** A load balancer faces the internet unless it is stated to be internal. */
function internetFacing(record: ResourceRecord): "yes" | "no" | "undecided" {
    const internal = answerIn(statedSlot(record, "internal"));
    return internal === "undecided"
        ? internal
        : flagIn(statedSlot(record, "internal")) === true
          ? "no"
          : "yes";
}
