import { Address4, Address6 } from "ip-address";
import type { Interval } from "./interval-set";

export type Family = "ipv4" | "ipv6";

/** A block of addresses whose base has no host bits set. */
export interface Cidr {
    readonly family: Family;
    readonly base: bigint;
    readonly prefix: number;
}

export const addressBits = (family: Family): number => (family === "ipv4" ? 32 : 128);

/** Why a text is no CIDR; `suggestion` is the block its writer most likely meant. */
export interface CidrProblem {
    readonly problem: string;
    readonly suggestion?: string;
}

export const isCidrProblem = (result: Cidr | CidrProblem): result is CidrProblem => "problem" in result;

/** Reads one block as AWS accepts it: with a mask, and without host bits. */
export function readCidr(text: string): Cidr | CidrProblem {
    const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim());
    const address = match === null ? undefined : parseAddress(match[1]!);
    if (match === null || address === undefined) {
        return { problem: "is not an IPv4 or IPv6 block" };
    }
    const bits = addressBits(address.family);
    if (match[2] === undefined) {
        return { problem: "has no mask", suggestion: `${match[1]!}/${bits}` };
    }
    const prefix = Number(match[2]);
    if (prefix > bits) {
        return { problem: `has a mask longer than /${bits}` };
    }
    const cidr = blockOf(address.family, address.value, prefix);
    return cidr.base === address.value
        ? cidr
        : { problem: "has host bits set", suggestion: formatCidr(cidr) };
}

/** As `readCidr`, for text that is known to be good. Throws a TypeError that names it otherwise. */
export function parseCidr(text: string): Cidr {
    const result = readCidr(text);
    if (isCidrProblem(result)) {
        const meant = result.suggestion === undefined ? "" : `; did you mean "${result.suggestion}"?`;
        throw new TypeError(`"${text}" ${result.problem}${meant}`);
    }
    return result;
}

/** The block of a given length around an address: its host bits are dropped. */
export function blockOf(family: Family, address: bigint, prefix: number): Cidr {
    const hostBits = BigInt(addressBits(family) - prefix);
    return { family, base: (address >> hostBits) << hostBits, prefix };
}

export function parseAddress(text: string): { readonly family: Family; readonly value: bigint } | undefined {
    if (text.includes(":")) {
        return Address6.isValid(text) && !text.includes("/") && !text.includes("%")
            ? { family: "ipv6", value: new Address6(text).bigInt() }
            : undefined;
    }
    return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && Address4.isValid(text)
        ? { family: "ipv4", value: new Address4(text).bigInt() }
        : undefined;
}

export function formatAddress(family: Family, value: bigint): string {
    return family === "ipv4"
        ? Address4.fromBigInt(value).correctForm()
        : Address6.fromBigInt(value).correctForm();
}

export function formatCidr(cidr: Cidr): string {
    return `${formatAddress(cidr.family, cidr.base)}/${cidr.prefix}`;
}

export function lastAddress(cidr: Cidr): bigint {
    return cidr.base + (1n << BigInt(addressBits(cidr.family) - cidr.prefix)) - 1n;
}

export function intervalOf(cidr: Cidr): Interval<bigint> {
    return { first: cidr.base, last: lastAddress(cidr) };
}

export function addressCount(cidr: Cidr): bigint {
    return 1n << BigInt(addressBits(cidr.family) - cidr.prefix);
}

export function cidrContains(outer: Cidr, inner: Cidr): boolean {
    return (
        outer.family === inner.family &&
        outer.prefix <= inner.prefix &&
        blockOf(outer.family, inner.base, outer.prefix).base === outer.base
    );
}

export function cidrsOverlap(left: Cidr, right: Cidr): boolean {
    return cidrContains(left, right) || cidrContains(right, left);
}

/** The slot-th block of length `prefix` inside `cidr`, counted from zero; undefined past its end. */
export function subBlock(cidr: Cidr, prefix: number, slot: number): Cidr | undefined {
    if (prefix < cidr.prefix || prefix > addressBits(cidr.family)) {
        return undefined;
    }
    const base = cidr.base + (BigInt(slot) << BigInt(addressBits(cidr.family) - prefix));
    const block: Cidr = { family: cidr.family, base, prefix };
    return slot >= 0 && cidrContains(cidr, block) ? block : undefined;
}
