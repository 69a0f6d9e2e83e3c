import {
    addressesOverlap,
    addressSet,
    intersectAddresses,
    subtractAddresses,
    toCidrs,
} from "../../packets/address-set";
import { formatCidr, isCidrProblem, parseAddress, readCidr } from "../../packets/cidr";
import { awsServiceOf } from "../../analysis/reachability/aws-service";
import type { AddressFace } from "../../analysis/reachability/query";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";
import { hostsNamed } from "./find-hosts";
import type { Peer, PeerMember } from "./peer";

/**
 * Whom `--from` or `--to` means: `internet`, an address, a block, a gateway service, a range of the flow
 * table, or what `hostsNamed` finds under the name. Throws an InputError that lists what could be meant.
 */
export function findPeer(
    source: NetworkSource,
    text: string,
    role: "from" | "to",
    face: AddressFace | undefined,
): Peer {
    const everywhere = face === "ipv6" ? "::/0" : "0.0.0.0/0";
    if (text === "internet") {
        return one(text, { label: text, end: { internet: everywhere } });
    }
    if (parseAddress(text) !== undefined) {
        return one(text, { label: text, end: { ip: text } });
    }
    if (/^[\da-f:.]+\/\d+$/i.test(text)) {
        return blockPeer(source, text, role, face);
    }
    const range = source.ranges.find(({ name }) => name === text);
    if (range !== undefined) {
        return { label: text, members: toCidrs(range.addresses).map(formatCidr).map(addresses) };
    }
    if (awsServiceOf(text) === text) {
        if (role === "from") {
            throw new InputError([`--from: ${text} answers, it never opens a session; name it with --to`]);
        }
        return one(text, { label: text, end: { internet: everywhere, service: text } });
    }
    return { label: text, members: hostsNamed(source, text, role).map((host) => member(host, face)) };
}

const one = (label: string, only: PeerMember): Peer => ({ label, members: [only] });

const member = (
    { key, name }: { readonly key: string; readonly name: string },
    face: AddressFace | undefined,
): PeerMember => ({
    label: name,
    end: { resource: key, ...(face === undefined ? {} : { address: face }) },
});

const addresses = (block: string): PeerMember => ({ label: block, end: { internet: block } });

/** What of a block is within the network stands for the interfaces in it, the rest for its addresses. */
function blockPeer(
    { model }: NetworkSource,
    text: string,
    role: string,
    face: AddressFace | undefined,
): Peer {
    const cidr = readCidr(text);
    if (isCidrProblem(cidr)) {
        const meant = cidr.suggestion === undefined ? "" : `; did you mean ${cidr.suggestion}?`;
        throw new InputError([`--${role}: "${text}" ${cidr.problem}${meant}`]);
    }
    const block = addressSet([cidr]);
    const own = addressSet([...model.vpcs.values()].flatMap(({ cidrs }) => cidrs));
    if (!addressesOverlap(block, own) || cidr.prefix === 0) {
        return one(text, addresses(text));
    }
    const hosts = [...model.interfaces.values()].filter((host) => {
        const homes = addressSet(host.subnets.flatMap((key) => model.subnets.get(key)?.cidrs ?? []));
        return addressesOverlap(intersectAddresses(host.privateAddresses ?? homes, homes), block);
    });
    const members = [
        ...hosts.map(({ key, record }) => member({ key, name: record?.name ?? key }, face)),
        ...toCidrs(subtractAddresses(block, own)).map(formatCidr).map(addresses),
    ];
    if (members.length === 0) {
        throw new InputError([
            `--${role}: no network interface of this network can have an address in ${text}`,
        ]);
    }
    return { label: text, members };
}
