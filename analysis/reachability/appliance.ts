import type { Key, NetworkInterface, Subnet } from "../model/network-model";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";

/** The tag by which a program declares what an interface does with packets that are not for it. */
export const forwardingTag = "palisade:forwards";

/** An interface that routes lead to, in the subnet it sits in. */
export interface Appliance {
    readonly host: NetworkInterface;
    readonly subnet: Subnet;
}

/** The appliance behind a route's target; undefined where it, or its place, cannot be seen. */
export function applianceAt(index: NetworkIndex, key: Key): Appliance | undefined {
    // A route by an instance means its first interface.
    const prepared = index.model.instanceInterfaces?.get(key);
    const host = index.model.interfaces.get(prepared?.[0] ?? key);
    const [home, ...others] = host?.subnets ?? [];
    const subnet = home === undefined ? undefined : index.subnet(home);
    return host === undefined || host.external || subnet === undefined || others.length > 0 || subnet.external
        ? undefined
        : { host, subnet };
}

/** What is not for it an interface drops unless told otherwise; and then its software decides. */
export function checkForwarding(journey: Journey, host: NetworkInterface, isNat = false): void {
    host.undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    if (host.sourceDestCheck) {
        journey.stop({
            key: host.key,
            code: "ENI_SOURCE_DEST_CHECK_RESTRICTION",
            message: "the interface checks source and destination, so it drops what is not for it",
            change: "set sourceDestCheck to false on it",
        });
    }
    if (isNat) {
        return;
    }
    journey.doubt("BOUNDARY", {
        urn: host.key,
        property: "sourceDestCheck",
        reason: "what the appliance forwards is up to its software",
        remedy: `declare a NAT instance by the tag ${forwardingTag} = nat, or let the routes lead past it`,
    });
}

/** A gateway hands on what comes from the internet only to interfaces with a public address. */
export function refuseWithoutPublicAddress(journey: Journey, host: NetworkInterface): void {
    if (journey.face === "public" && host.publicIpv4 === "no") {
        journey.stop({
            key: host.key,
            code: "INGRESS_RTB_NO_PUBLIC_IP",
            message: "the interface that the gateway's route table leads to has no public IPv4 address",
            change: "give the interface a public address",
        });
    }
}
