import { everyPort, portRange } from "../../packets/ports";
import { isSubset, union } from "../../packets/interval-set";
import { adminPortsIn } from "./admin-ports";
import type { Flow, FlowPeer, GroupPeer } from "./flow";
import { originsBehind } from "./flow-origins";
import type { FlowLine } from "./flow-table";
import type { TierAccess } from "./network-plan";
import type { Problem } from "./problem";
import { flowTitle } from "./rule-description";
import type { FlowNetwork } from "./security-input";

/** Every flow must be one that AWS can deliver in this network, and one that is safe to open at all. */
export function checkDelivery(
    lines: readonly FlowLine[],
    network: FlowNetwork,
    adminPorts: readonly number[],
    problems: Problem[],
): void {
    const flows = lines.map((line) => line.flow);
    for (const { path, flow } of lines) {
        const fault =
            faultOfEnds(flow) ??
            faultOfWayOut(flow, network) ??
            faultOfWayIn(flow, network) ??
            faultOfService(flow) ??
            faultOfAdministration(flow, flows, adminPorts) ??
            faultOfPreservedClients(flow, flows, network);
        if (fault !== undefined) {
            problems.push({ path, ...fault });
        }
    }
}

type Fault = Omit<Problem, "path">;

function faultOfEnds(flow: Flow): Fault | undefined {
    if (flow.from.kind === "service") {
        return {
            given: `${flowTitle(flow)}: a gateway service opens no session`,
            allowed: "s3 and dynamodb as the end that answers",
            change: "turn the line around, or remove it",
        };
    }
    return flow.from.kind === "group" || flow.to.kind === "group"
        ? undefined
        : {
              given: `${flowTitle(flow)}: neither end is in this network`,
              allowed: "flows with a group at one end at least",
              change: "name the group that is meant, or remove the line",
          };
}

function faultOfWayOut(flow: Flow, network: FlowNetwork): Fault | undefined {
    const { from, to } = flow;
    const access = accessOf(from, network);
    if (!overInternet(to) || access === undefined || access === "public") {
        return undefined;
    }
    const given = `${flowTitle(flow)}: ${from.key} sits in a tier that is ${access}`;
    if (access === "isolated") {
        return {
            given,
            allowed: "the internet for groups in public and private tiers; an isolated one has no way out",
            change: "move the group to a private tier, or use an endpoint in the VPC",
        };
    }
    const needsNat = to.kind === "internet" ? !network.ipv6 : holdsIpv4(to);
    return network.nat === "none" && needsNat
        ? {
              given: `${given}, and nat is none`,
              allowed: "the internet for private tiers that NAT serves",
              change: "choose a NAT strategy, or use an endpoint in the VPC",
          }
        : undefined;
}

function faultOfWayIn(flow: Flow, network: FlowNetwork): Fault | undefined {
    const access = accessOf(flow.to, network);
    return overInternet(flow.from) && access !== undefined && access !== "public"
        ? {
              given: `${flowTitle(flow)}: ${flow.to.key} sits in a tier that is ${access}`,
              allowed: "sessions from the internet to groups in public tiers only",
              change: "let them come through a load balancer, or move the group to a public tier",
          }
        : undefined;
}

const servicePorts = union(portRange(80), portRange(443));

function faultOfService(flow: Flow): Fault | undefined {
    const { protocol, ports } = flow.traffic;
    return flow.to.kind === "service" && !(protocol === "tcp" && isSubset(ports ?? everyPort, servicePorts))
        ? {
              given: flowTitle(flow),
              allowed: "tcp/443 or tcp/80 to a gateway service",
              change: "write https",
          }
        : undefined;
}

function faultOfAdministration(
    flow: Flow,
    flows: readonly Flow[],
    adminPorts: readonly number[],
): Fault | undefined {
    const exposed = adminPortsIn(flow.traffic, adminPorts);
    return exposed.length > 0 && flow.to.kind === "group" && comesFromAnywhere(flow, flows)
        ? {
              given: `${flowTitle(flow)}: everybody reaches ${exposed.join(", ")}, for remote administration`,
              allowed: "remote administration from named ranges and groups",
              change: "name the range it is meant for, or use Session Manager and remove the line",
          }
        : undefined;
}

function faultOfPreservedClients(
    flow: Flow,
    flows: readonly Flow[],
    network: FlowNetwork,
): Fault | undefined {
    return originsOf(flow, flows).some(overInternet) && accessOf(flow.to, network) === "isolated"
        ? {
              given: `${flowTitle(flow)}: ${flow.from.key} passes on clients from the internet to an isolated tier`,
              allowed: "clients' own addresses in public and private tiers",
              change: `set preservesClientIp: false for ${flow.from.key}, or move ${flow.to.key} to a private tier`,
          }
        : undefined;
}

const comesFromAnywhere = (flow: Flow, flows: readonly Flow[]): boolean =>
    originsOf(flow, flows).some((origin) => origin.kind === "internet");

/** Whose packets arrive: the flow's own source, and the clients whose addresses it passes on. */
const originsOf = ({ from }: Flow, flows: readonly Flow[]): FlowPeer[] =>
    from.kind === "group" ? [from, ...originsBehind(from, flows)] : [from];

const overInternet = (peer: FlowPeer): boolean =>
    peer.kind === "internet" || (peer.kind === "range" && peer.via === "internet");

const holdsIpv4 = (peer: FlowPeer): boolean =>
    peer.kind === "range" && peer.cidrs.some((block) => block.family === "ipv4");

/** Undefined for what is no group, and for a group whose tier is a problem of its own. */
const accessOf = (peer: FlowPeer, network: FlowNetwork): TierAccess | undefined =>
    peer.kind === "group" ? tierAccess(peer, network) : undefined;

const tierAccess = (group: GroupPeer, network: FlowNetwork): TierAccess | undefined =>
    network.tiers.find((tier) => tier.key === group.tier)?.access;
