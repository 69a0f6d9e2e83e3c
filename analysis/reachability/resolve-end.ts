import type { NetworkInterface, Subnet } from "../model/network-model";
import {
    addressSet,
    addressesOverlap,
    hasNoAddresses,
    isAddressSubset,
    publicPart,
    type AddressSet,
} from "../../packets/address-set";
import { isCidrProblem, parseAddress, readCidr, type Cidr, type Family } from "../../packets/cidr";
import { areStrangers, holdersOfAddresses } from "./address-ends";
import { addressEnds, interfaceEnd, type End } from "./end";
import { findInterfaces } from "./find-interfaces";
import type { NetworkIndex } from "./network-index";
import type { GoalFace } from "./place";
import { QueryError, type AddressFace, type QueryEnd } from "./query";

/** What one end of a question stands for. */
export interface ResolvedEnd {
    readonly ends: readonly End[];
    /** Nobody knows which of the ends it is, so only what holds for all of them is certain. */
    readonly oneUnknown: boolean;
    /** Why there is no such end, where there is none. */
    readonly missing?: { readonly key: string; readonly message: string; readonly change: string };
}

/** The kinds that sit in one of their subnets, where AWS decides, rather than in each. */
const wandering: ReadonlySet<string> = new Set(["database", "autoScalingGroup", "cache", "other"]);

export function resolveEnd(
    index: NetworkIndex,
    end: QueryEnd,
    role: "from" | "to",
    face: GoalFace,
): ResolvedEnd {
    if ("resource" in end) {
        const pinned = end.ip === undefined ? undefined : pin(end.ip, role);
        const hosts = findInterfaces(index, end.resource, role);
        return anyOf(holdersOf(hosts, pinned).map((host) => interfaceEnds(index, host, face, pinned)));
    }
    const addresses = addressesOf(end, role);
    const { service } = end as { readonly service?: string };
    const own = role === "to" && service === undefined ? publicHolders(index, addresses) : [];
    if (own.length > 0) {
        return anyOf(own.map((host) => interfaceEnds(index, host, "public", addresses)));
    }
    if ("internet" in end && (service !== undefined || areStrangers(index, addresses))) {
        return { ends: addressEnds(addresses, service), oneUnknown: false };
    }
    // Addresses of a VPC, or private ones, are somebody's here or beyond, however they are asked about.
    return holdersOfAddresses(index, addresses, face);
}

/** Whoever of this network is known to have the public addresses. */
const publicHolders = ({ model }: NetworkIndex, addresses: AddressSet): readonly NetworkInterface[] =>
    [...model.interfaces.values()].filter(
        ({ publicAddresses }) => publicAddresses !== undefined && isAddressSubset(addresses, publicAddresses),
    );

/** Ends of a host with several interfaces, of which one that works is enough. */
function anyOf(found: readonly ResolvedEnd[]): ResolvedEnd {
    const [only] = found;
    return found.length === 1
        ? only!
        : {
              ends: found.flatMap(({ ends }) => ends),
              oneUnknown: false,
              ...(found.every(({ missing }) => missing !== undefined) ? { missing: only!.missing! } : {}),
          };
}

/** Of several interfaces those that are known to have the address, if any are. */
function holdersOf(
    hosts: readonly NetworkInterface[],
    pinned: AddressSet | undefined,
): readonly NetworkInterface[] {
    const holders = hosts.filter(
        ({ privateAddresses }) =>
            pinned !== undefined &&
            privateAddresses !== undefined &&
            addressesOverlap(privateAddresses, pinned),
    );
    return holders.length > 0 ? holders : hosts;
}

/** The ends of an interface: one for each of its subnets. */
export function interfaceEnds(
    index: NetworkIndex,
    host: NetworkInterface,
    face: GoalFace,
    pinned?: AddressSet,
): ResolvedEnd {
    const oneUnknown = wandering.has(host.kind);
    if (face === "ipv6" && host.ipv6 === "no") {
        return {
            ends: [],
            oneUnknown,
            missing: {
                key: host.key,
                message: "the interface has no IPv6 address",
                change: "assign it an IPv6 address",
            },
        };
    }
    const all = host.subnets.map((key) => index.subnet(key)).filter((subnet) => subnet !== undefined);
    const subnets = face === "ipv6" ? all : all.filter((subnet) => !isIpv6Only(subnet));
    if (subnets.length === 0 && all.length > 0) {
        return { ends: [], oneUnknown, missing: noIpv4(host) };
    }
    // The private address behind a public one tells the subnet, and nothing of the public one.
    const behind = face === "public" && pinned !== undefined && hasNoAddresses(publicPart(pinned));
    const within = subnets.filter(
        (subnet) =>
            pinned === undefined ||
            (face === "public" && !behind) ||
            addressesOverlap(addressSet(subnet.cidrs), pinned),
    );
    const ends = (within.length > 0 ? within : subnets).map((subnet) =>
        interfaceEnd(index, host, subnet, face, behind ? undefined : pinned),
    );
    const undecidedFamily = face === "ipv6" && host.ipv6 === "undecided";
    return {
        ends: undecidedFamily
            ? ends.map((end) => ({ ...end, doubts: [...end.doubts, ipv6Doubt(host)] }))
            : ends,
        oneUnknown,
    };
}

/** A subnet whose blocks are all known, or are all of IPv6 to come, gives out no other addresses. */
const isIpv6Only = ({ cidrs, external, undecided }: Subnet): boolean =>
    !external && undecided.length === 0 && cidrs.every(({ family }) => family === "ipv6");

const noIpv4 = ({ key }: NetworkInterface): NonNullable<ResolvedEnd["missing"]> => ({
    key,
    message: "the interface is in a subnet of IPv6 alone, so it has no IPv4 address",
    change: "ask about its IPv6 address, or give its subnet an IPv4 block",
});

const ipv6Doubt = (host: NetworkInterface): End["doubts"][number] => ({
    urn: host.key,
    property: "ipv6Addresses",
    reason: "whether the interface has an IPv6 address is not known",
    remedy: "state its IPv6 addresses",
});

/** By which of its addresses each end is meant, when the question leaves it open. */
export function facesOf(
    index: NetworkIndex,
    from: QueryEnd,
    to: QueryEnd,
): { readonly from: GoalFace; readonly to: GoalFace } {
    const ipv6 = [from, to].some(
        (end) => familyOf(end) === "ipv6" || ("resource" in end && end.address === "ipv6"),
    );
    if (ipv6) {
        return { from: "ipv6", to: "ipv6" };
    }
    const stated: AddressFace | undefined = "resource" in to ? to.address : undefined;
    const meant = "resource" in to && to.ip !== undefined ? pin(to.ip, "to") : undefined;
    const isPublic = meant === undefined ? isStranger(index, from) : areStrangers(index, meant);
    return { from: "private", to: stated ?? ("resource" in to && isPublic ? "public" : "private") };
}

/** Whether the end is somebody on the internet, who knows public addresses only. */
export const isStranger = (index: NetworkIndex, end: QueryEnd): boolean =>
    !("resource" in end) && areStrangers(index, addressesOf(end, "from"));

export const addressesOf = (
    end: Exclude<QueryEnd, { readonly resource: string }>,
    role: string,
): AddressSet => ("internet" in end ? addressSet([cidrOf(end.internet, role)]) : pin(end.ip, role));

function familyOf(end: QueryEnd): Family | undefined {
    const text = "internet" in end ? end.internet : end.ip;
    return text === undefined ? undefined : text.includes(":") ? "ipv6" : "ipv4";
}

function cidrOf(text: string, role: string): Cidr {
    const result = readCidr(
        parseAddress(text) === undefined ? text : `${text}/${text.includes(":") ? 128 : 32}`,
    );
    if (isCidrProblem(result)) {
        const meant = result.suggestion === undefined ? "" : `; did you mean "${result.suggestion}"?`;
        throw new QueryError(`${role}.internet`, `"${text}" ${result.problem}${meant}`);
    }
    return result;
}

function pin(text: string, role: string): AddressSet {
    const address = parseAddress(text);
    if (address === undefined) {
        throw new QueryError(`${role}.ip`, `"${text}" is not an IPv4 or IPv6 address`);
    }
    return addressSet([
        { family: address.family, base: address.value, prefix: address.family === "ipv4" ? 32 : 128 },
    ]);
}
