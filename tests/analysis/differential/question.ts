import type { QueryEnd, ReachQuery } from "../../../analysis/reachability/query";
import { named, type Network } from "../../support/simulator/network";
import { addressOfEnd, type Probe, type ProbeEnd } from "../../support/simulator/probe";
import type { RegisteredNetwork } from "../../support/simulator/records";

/** A probe as the prover is asked it. */
export function questionOf(network: Network, registered: RegisteredNetwork, probe: Probe): ReachQuery {
    return {
        from: endOf(network, registered, probe.from),
        to: endOf(network, registered, probe.to),
        protocol: probe.protocol,
        ...(probe.destinationPort === undefined ? {} : { port: probe.destinationPort }),
        ...(probe.sourcePort === undefined ? {} : { sourcePort: probe.sourcePort }),
        ...(probe.icmpType === undefined ? {} : { icmpType: probe.icmpType, icmpCode: probe.icmpCode }),
        ...(probe.through === undefined ? {} : { via: registered.urnOf(probe.through) }),
        scope: probe.scope,
    };
}

function endOf(network: Network, registered: RegisteredNetwork, end: ProbeEnd): QueryEnd {
    if ("address" in end) {
        return end.service === undefined
            ? { internet: end.address }
            : { internet: end.address, service: end.service };
    }
    if ("natGateway" in end) {
        return { resource: registered.urnOf(end.natGateway), address: "public" };
    }
    const { owner } = named(network.interfaces, end.interface);
    const ip = namedAddress(network, end);
    return {
        resource: registered.urnOf(owner),
        address: end.face,
        ...(ip === undefined ? {} : { ip }),
    };
}

/** Of several interfaces of one resource, the private address tells which is meant. */
export function namedAddress(network: Network, end: ProbeEnd): string | undefined {
    if (!("interface" in end) || end.face === "public") {
        return undefined;
    }
    const face = named(network.interfaces, end.interface);
    const hasSiblings = network.interfaces.some((other) => other !== face && other.owner === face.owner);
    return hasSiblings ? addressOfEnd(network, end) : undefined;
}
