import { addressSet } from "../../packets/address-set";
import type { Key, NetworkInterface } from "../model/network-model";
import { someOf } from "./address";
import { applianceAt, checkForwarding, forwardingTag, type Appliance } from "./appliance";
import { arriveSomehow, beyondBoundary } from "./boundary";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import type { Onward } from "./network-walk";
import type { SubnetPlace } from "./place";
import { enterSubnet, leaveSubnet } from "./subnet-crossing";

/**
 * Through an instance that forwards: its groups judge both sides, and what its software does between
 * is its own affair, unless the tag `palisade:forwards` says `nat`: it may hand a packet on as it came,
 * under its own address, or through a tunnel.
 */
export function crossAppliance(index: NetworkIndex, journey: Journey, key: Key, onward: Onward): Journey[] {
    const { place } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const appliance = applianceAt(index, key);
    if (appliance === undefined) {
        // It may sit in the sender's own subnet, whose ACL is asked only when the packet leaves it.
        return beyondBoundary(index, journey, key, "the interface the route leads to");
    }
    const { host, subnet } = appliance;
    leaveSubnet(index, journey, place.subnet, subnet.key);
    enterSubnet(index, journey, subnet, place.subnet.key);
    if (place.appliance === host.key) {
        return [
            // What it sends on through a tunnel of its own has been told already.
            journey.stop({
                key: subnet.routeTable,
                code: "CANNOT_ROUTE",
                message: "the appliance's own subnet routes back to it",
                change: "give the appliance's subnet a route past it",
            }),
        ];
    }
    const translatesOnly = host.tags[forwardingTag] === "nat";
    const isNat = translatesOnly && journey.goal.kind === "cloud";
    checkForwarding(journey, host, isNat);
    passGroups(journey, host);
    journey.pass("appliance", host.key);
    const ways = [
        ...(isNat ? [] : [handOn(journey.fork(), place, appliance)]),
        ...(journey.isReply ? [] : [translate(journey.fork(), appliance)]),
    ];
    const goal = journey.goal;
    const isInside = goal.kind === "subnet" && goal.subnet.vpc === subnet.vpc;
    const tunnelled = translatesOnly || isInside ? [] : arriveSomehow(index, journey.fork());
    const routed = ways.flatMap((way) => {
        way.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
        way.bearsOrigin = false;
        way.entered = "interface";
        return onward(way);
    });
    return [...routed, ...tunnelled];
}

function passGroups(journey: Journey, { key }: NetworkInterface): void {
    if (journey.isReply) {
        return;
    }
    const remoteHost = journey.bearsOrigin && journey.references.preserved === "yes" ? "origin" : undefined;
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

/** As it came: an internet gateway then looks for the sender's own public address. */
function handOn(journey: Journey, from: SubnetPlace, { host, subnet }: Appliance): Journey {
    journey.place = { kind: "subnet", subnet, publicIpv4: from.publicIpv4, appliance: host.key };
    return journey;
}

/** Under its own address. */
function translate(journey: Journey, { host, subnet }: Appliance): Journey {
    const own = someOf(journey.source.family, host.privateAddresses ?? addressSet(subnet.cidrs));
    const { publicIpv4 } = host;
    journey.turn({ kind: "subnet", subnet, publicIpv4, appliance: host.key }, own);
    return journey;
}
