/**
 * The simulator's own address arithmetic. It shares nothing with `packets/`, so that a mistake there
 * cannot hide behind the same mistake here.
 */
export interface Address {
    readonly version: 4 | 6;
    readonly value: bigint;
}

interface Block {
    readonly version: 4 | 6;
    readonly length: number;
    readonly network: bigint;
    readonly shift: bigint;
}

const knownAddresses = new Map<string, Address>();
const knownBlocks = new Map<string, Block>();

export function addressOf(text: string): Address {
    const known = knownAddresses.get(text);
    if (known !== undefined) {
        return known;
    }
    const address: Address = text.includes(":")
        ? { version: 6, value: readIpv6(text) }
        : { version: 4, value: readIpv4(text) };
    knownAddresses.set(text, address);
    return address;
}

export function blockOf(text: string): Block {
    const known = knownBlocks.get(text);
    if (known !== undefined) {
        return known;
    }
    const [base, mask] = text.split("/");
    const address = addressOf(base!);
    const length = Number(mask);
    const shift = BigInt((address.version === 4 ? 32 : 128) - length);
    const block: Block = { version: address.version, length, network: address.value >> shift, shift };
    knownBlocks.set(text, block);
    return block;
}

export const prefixLength = (block: string): number => blockOf(block).length;

export const versionOf = (text: string): 4 | 6 => (text.includes(":") ? 6 : 4);

/** Whether an address lies in a block, `10.0.1.7` in `10.0.0.0/16`. */
export function isIn(address: string, block: string): boolean {
    const wanted = addressOf(address);
    const { version, network, shift } = blockOf(block);
    return wanted.version === version && wanted.value >> shift === network;
}

export const isInAny = (address: string, blocks: readonly string[]): boolean =>
    blocks.some((block) => isIn(address, block));

export const firstAddress = (block: string): string => {
    const { version, network, shift } = blockOf(block);
    return textOf({ version, value: network << shift });
};

export const lastAddress = (block: string): string => {
    const { version, network, shift } = blockOf(block);
    return textOf({ version, value: ((network + 1n) << shift) - 1n });
};

/** The address `offset` after the block's first, or before its last where negative. */
export function addressAt(block: string, offset: number): string {
    const from = addressOf(offset < 0 ? lastAddress(block) : firstAddress(block));
    return textOf({ version: from.version, value: from.value + BigInt(offset < 0 ? offset + 1 : offset) });
}

/** The address next to one, without leaving the family. */
export function neighbour(address: string, step: 1 | -1): string {
    const { version, value } = addressOf(address);
    const last = (1n << (version === 4 ? 32n : 128n)) - 1n;
    const next = value + BigInt(step);
    return next < 0n || next > last ? address : textOf({ version, value: next });
}

/** A block's two halves. */
export function halvesOf(block: string): readonly [string, string] {
    const { version, length, network, shift } = blockOf(block);
    const half = (which: bigint): string =>
        `${textOf({ version, value: ((network << 1n) + which) << (shift - 1n) })}/${length + 1}`;
    return [half(0n), half(1n)];
}

export function textOf(address: Address): string {
    return address.version === 4 ? writeIpv4(address.value) : writeIpv6(address.value);
}

const readIpv4 = (text: string): bigint =>
    text.split(".").reduce((value, octet) => (value << 8n) + BigInt(Number(octet)), 0n);

const writeIpv4 = (value: bigint): string =>
    [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");

function readIpv6(text: string): bigint {
    const [head, tail] = text.split("::");
    const groups = (part: string | undefined): string[] =>
        part === undefined || part === "" ? [] : part.split(":");
    const before = groups(head);
    const after = groups(tail);
    const zeros: string[] = Array.from({ length: 8 - before.length - after.length }, () => "0");
    return [...before, ...(tail === undefined ? [] : zeros), ...after].reduce(
        (value, group) => (value << 16n) + BigInt(Number.parseInt(group, 16)),
        0n,
    );
}

/** Compressed as RFC 5952 wants it: the longest run of zero groups becomes `::`. */
function writeIpv6(value: bigint): string {
    const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn);
    let best = { start: -1, length: 1 };
    for (let start = 0; start < 8; start += 1) {
        let length = 0;
        while (start + length < 8 && groups[start + length] === 0n) {
            length += 1;
        }
        best = length > best.length ? { start, length } : best;
    }
    const write = (part: readonly bigint[]): string => part.map((group) => group.toString(16)).join(":");
    return best.start < 0
        ? write(groups)
        : `${write(groups.slice(0, best.start))}::${write(groups.slice(best.start + best.length))}`;
}
