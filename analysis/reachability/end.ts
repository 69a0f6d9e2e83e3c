import type { NetworkInterface, Subnet } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import {
    addressesOf,
    everyAddress,
    hasNoAddresses,
    intersectAddresses,
    privateAddresses,
    publicAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { addressBits, lastAddress, type Cidr, type Family } from "../../packets/cidr";
import type { IntervalSet } from "../../packets/interval-set";
import type { NetworkIndex } from "./network-index";
import { cloud, outside, type GoalFace, type Place } from "./place";

/** One end of a session, in one family, at one kind of address. */
export interface End {
    /** Equal for ends that differ in nothing that routes or network ACLs look at. */
    readonly placeId: string;
    readonly place: Place;
    readonly family: Family;
    readonly face: GoalFace;
    readonly host?: NetworkInterface;
    readonly addresses: IntervalSet<bigint>;
    /** Everything its place could have; ways are worked out for all of it once. */
    readonly placeAddresses: IntervalSet<bigint>;
    /**
     * Whether it has just one of the addresses, nobody knows which, so that only what holds for all of
     * them is certain; or has them all, so that one that works is enough.
     */
    readonly oneUnknown: boolean;
    readonly service?: string;
    /** What the plan leaves open about the end itself. */
    readonly doubts: readonly Undecided[];
}

const globalIpv6 = addressesOf("2000::/3");

/** What can be given out in a subnet: AWS keeps the first four addresses and the last. */
export function usableAddresses(cidr: Cidr): IntervalSet<bigint> {
    const last = lastAddress(cidr);
    return addressBits(cidr.family) - cidr.prefix < 3
        ? [{ first: cidr.base, last }]
        : [{ first: cidr.base + 4n, last: last - 1n }];
}

function subnetAddresses(index: NetworkIndex, subnet: Subnet, family: Family): IntervalSet<bigint> {
    const own = subnet.cidrs.filter((cidr) => cidr.family === family);
    if (own.length > 0) {
        return own.flatMap(usableAddresses);
    }
    if (family === "ipv6") {
        return globalIpv6.ipv6;
    }
    const vpc = (index.model.vpcs.get(subnet.vpc)?.cidrs ?? []).filter((cidr) => cidr.family === family);
    return vpc.length > 0
        ? vpc.map((cidr) => ({ first: cidr.base, last: lastAddress(cidr) }))
        : addressesOf("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16").ipv4;
}

/**
 * Whose addresses packets of an Instance Connect endpoint bear: its own, or those of whoever connects, which
 * instances must admit then. AWS's documents differ on which is the default, and on whether a rule that names
 * its group admits its clients (EC2 guide, "Security groups for EC2 Instance Connect Endpoint").
 */
function clientsThrough({ kind, record }: NetworkInterface): "hidden" | "perhaps" | "shown" {
    const preserved = record?.properties["preserveClientIp"];
    if (kind !== "instanceConnectEndpoint" || preserved === false) {
        return "hidden";
    }
    return preserved === undefined ? "perhaps" : "shown";
}

/** An interface in one of its subnets. `pinned` narrows it to the very address that is meant. */
export function interfaceEnd(
    index: NetworkIndex,
    host: NetworkInterface,
    subnet: Subnet,
    face: GoalFace,
    pinned?: AddressSet,
): End {
    const family: Family = face === "ipv6" ? "ipv6" : "ipv4";
    const all = face === "public" ? publicAddresses.ipv4 : subnetAddresses(index, subnet, family);
    const known =
        pinned ?? (face === "private" || face === "ipv6" ? host.privateAddresses : undefined) ?? everyAddress;
    const mine = known[family].length === 0 ? everyAddress : known;
    const narrowed = intersectAddresses({ ipv4: [], ipv6: [], [family]: all }, mine)[family];
    const publicIpv4 = host.publicIpv4;
    const clients = clientsThrough(host);
    if (clients !== "hidden") {
        return {
            placeId: `${subnet.key} clients of ${host.key}`,
            place: {
                kind: "subnet",
                subnet,
                publicIpv4,
                keepsClientAddresses: true,
                hidesGroups: clients === "shown",
            },
            family,
            face,
            host,
            addresses: everyAddress[family],
            placeAddresses: everyAddress[family],
            oneUnknown: true,
            doubts: [...host.undecided, ...subnet.undecided],
        };
    }
    const natGateway = host.kind === "natGateway" ? host.key : undefined;
    const classic = host.kind === "classicLoadBalancer";
    return {
        placeId: `${subnet.key} ${face} ${publicIpv4} ${natGateway ?? ""}${classic ? "classic" : ""}`,
        place: {
            kind: "subnet",
            subnet,
            publicIpv4,
            ...(natGateway === undefined ? {} : { natGateway }),
            ...(classic ? { filteredWithinSubnet: true } : {}),
        },
        family,
        face,
        host,
        addresses: narrowed.length === 0 ? mine[family] : narrowed,
        placeAddresses: narrowed.length === 0 ? mine[family] : all,
        oneUnknown: true,
        doubts: [...host.undecided, ...subnet.undecided],
    };
}

/** Public addresses on the internet; with a service, addresses of that AWS service. */
export const internetEnd = (family: Family, addresses: AddressSet, service?: string): End => ({
    placeId: `internet ${service ?? ""}`,
    place: cloud,
    family,
    face: family === "ipv6" ? "ipv6" : "public",
    addresses: intersectAddresses(addresses, publicAddresses)[family],
    placeAddresses: publicAddresses[family],
    oneUnknown: false,
    doubts: [],
    ...(service === undefined ? {} : { service }),
});

/** Private addresses of nobody this program manages. */
export const outsideEnd = (family: Family, addresses: AddressSet): End => ({
    placeId: "outside",
    place: outside,
    family,
    face: family === "ipv6" ? "ipv6" : "private",
    addresses: addresses[family],
    placeAddresses: family === "ipv6" ? everyAddress.ipv6 : privateAddresses.ipv4,
    oneUnknown: false,
    doubts: [],
});

/** The ends a set of plain addresses stands for: its public part, or its private one if there is no other. */
export function addressEnds(addresses: AddressSet, service?: string): End[] {
    return families.flatMap((family): End[] => {
        const only: AddressSet = { ipv4: [], ipv6: [], [family]: addresses[family] };
        if (!hasNoAddresses(intersectAddresses(only, publicAddresses))) {
            return [internetEnd(family, only, service)];
        }
        return hasNoAddresses(only) ? [] : [outsideEnd(family, only)];
    });
}

const families: readonly Family[] = ["ipv4", "ipv6"];
