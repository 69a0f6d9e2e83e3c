import type { Key } from "../model/network-model";
import { addressSet } from "../../packets/address-set";
import { someOf } from "./address";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import type { Onward } from "./network-walk";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";

/** The tag by which a program declares what an interface does with packets that are not for it. */
export const forwardingTag = "palisade:forwards";

/**
 * Through an instance that forwards: its groups judge both sides, and what its software does between
 * is its own affair, unless the tag `palisade:forwards` says `nat`.
 */
export function crossAppliance(index: NetworkIndex, journey: Journey, key: Key, onward: Onward): Journey[] {
    const { place } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const host = index.model.interfaces.get(key);
    const subnetKey = host?.subnets[0];
    const subnet = subnetKey === undefined ? undefined : index.subnet(subnetKey);
    if (host === undefined || host.external || subnet === undefined) {
        leaveSubnet(index, journey, place.subnet, undefined);
        journey.doubt("UNKNOWN_RESOURCE", isExternal(key, "the interface the route leads to"));
        journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
        if (journey.goal.kind === "subnet") {
            enterSubnet(index, journey, journey.goal.subnet, undefined);
        }
        return [journey.arrive()];
    }
    leaveSubnet(index, journey, place.subnet, subnet.key);
    enterSubnet(index, journey, subnet, place.subnet.key);
    if (host.sourceDestCheck) {
        journey.stop({
            key,
            code: "ENI_SOURCE_DEST_CHECK_RESTRICTION",
            message: "the interface checks source and destination, so it drops what is not for it",
            change: "set sourceDestCheck to false on it",
        });
    }
    if (place.appliance === key) {
        return [
            journey.stop({
                key: subnet.routeTable,
                code: "CANNOT_ROUTE",
                message: "the appliance's own subnet routes back to it",
                change: "give the appliance's subnet a route past it",
            }),
        ];
    }
    const translates = host.tags[forwardingTag] === "nat" && journey.goal.kind === "cloud";
    if (!translates) {
        journey.doubt("BOUNDARY", {
            urn: key,
            property: "sourceDestCheck",
            reason: "what the appliance forwards is up to its software",
            remedy: `declare a NAT instance by the tag ${forwardingTag} = nat`,
        });
    }
    const remoteHost = journey.bearsOrigin && journey.references.preserved === "yes" ? "origin" : undefined;
    if (!journey.isReply) {
        journey.steps.push({
            kind: "host",
            at: { appliance: key },
            direction: "ingress",
            remote: journey.source,
            references: journey.references,
            ...(remoteHost === undefined ? {} : { remoteHost }),
        });
        journey.steps.push({
            kind: "host",
            at: { appliance: key },
            direction: "egress",
            remote: journey.destination,
            references: { preserved: "undecided" },
            ...(journey.goal.kind === "subnet" ? { remoteHost: "goal" as const } : {}),
        });
    }
    journey.pass("appliance", key);
    const beyond = { kind: "subnet", subnet, publicIpv4: host.publicIpv4, appliance: key } as const;
    if (journey.goal.kind === "cloud") {
        journey.turn(beyond, someOf(journey.source.family, addressSet(subnet.cidrs)));
    } else {
        journey.place = beyond;
    }
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.bearsOrigin = false;
    journey.entered = "interface";
    return onward(journey);
}
