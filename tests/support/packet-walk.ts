import type { NetworkAclEntryPlan } from "../../components/planning/network-acl-entries";
import type { SecurityGroupRulePlan } from "../../components/planning/security-group-rules";
import type { SecurityInput } from "../../components/planning/security-input";
import type { SecurityPlan } from "../../components/planning/security-plan";
import { parseAddress, parseCidr, type Cidr } from "../../packets/cidr";

/** One end of a session: a member of a group in one of its tier's zones, or a host elsewhere. */
export interface Host {
    readonly address: string;
    readonly group?: string;
    readonly tier?: string;
    readonly zone?: string;
}

export interface Session {
    readonly from: Host;
    readonly to: Host;
    readonly protocol: "tcp" | "udp" | "icmp" | "icmpv6";
    /** The port the client sends from; NAT sends on from `natPort`. */
    readonly fromPort?: number;
    readonly natPort?: number;
    readonly toPort?: number;
    /** The address that packets bear where a load balancer keeps its client's. */
    readonly client?: string;
}

/** Addresses of the gateway service in these tests; a stand-in for AWS's prefix list. */
export const serviceBlock = "52.216.0.0/15";

const inside = (address: string, block: Cidr): boolean => {
    const { family, value } = parseAddress(address)!;
    const shift = BigInt((family === "ipv4" ? 32 : 128) - block.prefix);
    return family === block.family && value >> shift === block.base >> shift;
};

interface Packet {
    readonly protocol: Session["protocol"];
    readonly port?: number;
    readonly icmp?: { readonly type: number; readonly code: number };
}

interface Match {
    readonly protocol: string;
    readonly ports?: { readonly first: number; readonly last: number };
    readonly icmp?: { readonly type: number; readonly code: number };
}

const matches = (match: Match, packet: Packet): boolean =>
    match.protocol === "all" ||
    (match.protocol === packet.protocol &&
        (match.ports === undefined
            ? match.icmp?.type === packet.icmp?.type && match.icmp?.code === packet.icmp?.code
            : match.ports.first <= packet.port! && packet.port! <= match.ports.last));

/** Why a session fails, in words, or undefined where request and reply both arrive. */
export function walk(input: SecurityInput, plan: SecurityPlan, session: Session): string | undefined {
    const { from, to, protocol } = session;
    const request: Packet = {
        protocol,
        port: session.toPort,
        icmp:
            protocol === "icmp"
                ? { type: 8, code: 0 }
                : protocol === "icmpv6"
                  ? { type: 128, code: 0 }
                  : undefined,
    };
    const replyTo = (port: number | undefined): Packet => ({
        protocol,
        port,
        icmp:
            protocol === "icmp"
                ? { type: 0, code: 0 }
                : protocol === "icmpv6"
                  ? { type: 129, code: 0 }
                  : undefined,
    });
    if (!groupLets(plan.rules, "egress", from, to, request)) {
        return `${from.group}'s group lets nothing out`;
    }
    if (!groupLets(plan.rules, "ingress", to, from, request)) {
        return `${to.group}'s group lets nothing in`;
    }
    const sender = session.client ?? from.address;
    const crossings: [string | undefined, "in" | "out", string, Packet][] = [];
    const sameSubnet = from.tier !== undefined && from.tier === to.tier && from.zone === to.zone;
    const nat = goesThroughNat(input, from, to);
    if (!sameSubnet) {
        crossings.push(
            [from.tier, "out", to.address, request],
            [from.tier, "in", to.address, replyTo(session.fromPort)],
        );
        crossings.push([to.tier, "in", sender, request], [to.tier, "out", sender, replyTo(session.fromPort)]);
    }
    if (nat !== undefined) {
        crossings.push([nat, "in", from.address, request], [nat, "out", to.address, request]);
        crossings.push([nat, "in", to.address, replyTo(session.natPort)]);
        crossings.push([nat, "out", from.address, replyTo(session.fromPort)]);
    }
    const blocked = crossings.find(
        ([tier, direction, remote, packet]) =>
            tier !== undefined && !aclLets(plan.entries, tier, direction, remote, packet),
    );
    return blocked === undefined
        ? undefined
        : `${blocked[0]}'s ACL lets nothing ${blocked[1]} with ${blocked[2]}`;
}

function goesThroughNat(input: SecurityInput, from: Host, to: Host): string | undefined {
    const isPrivate = from.tier !== undefined && input.tiers[from.tier]!.access === "private";
    const elsewhere =
        to.tier === undefined &&
        !to.address.includes(":") &&
        !inside(to.address, parseCidr(serviceBlock)) &&
        !Object.values(input.ranges ?? {}).some(
            ({ cidrs, via }) =>
                (via ?? "internet") !== "internet" &&
                cidrs.some((text) => inside(to.address, parseCidr(text))),
        );
    return isPrivate && elsewhere && !["none", "regional"].includes(input.nat) ? "public" : undefined;
}

const groupLets = (
    rules: readonly SecurityGroupRulePlan[],
    direction: "ingress" | "egress",
    host: Host,
    remote: Host,
    packet: Packet,
): boolean =>
    host.group === undefined ||
    rules.some(
        ({ group, direction: way, peer, match }) =>
            group === host.group &&
            way === direction &&
            matches(match, packet) &&
            (peer.kind === "group"
                ? peer.key === remote.group
                : inside(remote.address, peer.kind === "block" ? peer.cidr : parseCidr(serviceBlock))),
    );

/** Lowest number first, first match decides, and what nothing matches is denied. */
export const aclLets = (
    entries: readonly NetworkAclEntryPlan[],
    tier: string,
    direction: "in" | "out",
    remote: string,
    packet: Packet,
): boolean =>
    [...entries]
        .filter((entry) => entry.tier === tier && entry.direction === direction)
        .sort((left, right) => left.number - right.number)
        .find((entry) => inside(remote, entry.cidr) && matches(entry.match, packet))?.action === "allow";
