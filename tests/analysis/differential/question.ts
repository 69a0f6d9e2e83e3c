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
    const face = named(network.interfaces, end.interface);
    const severalFaces = network.interfaces.some((other) => other !== face && other.owner === face.owner);
    return {
        resource: registered.urnOf(face.owner),
        address: end.face,
        // Of several interfaces of one resource, the address tells which is meant.
        ...(severalFaces && end.face !== "public" ? { ip: addressOfEnd(network, end) } : {}),
    };
}
