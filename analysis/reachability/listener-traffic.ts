import type { Listener, LoadBalancer, NetworkInterface } from "../model/network-model";
import { portRange } from "../../packets/ports";
import { allowsEverything, allowsUnknown, exactly, type Allowance } from "./allowance";
import type { NetworkIndex } from "./network-index";
import { everyTraffic, noTraffic, unionTraffic, type TrafficSet } from "./traffic-set";

/** The load balancer whose nodes an interface stands for. */
function loadBalancerOf(index: NetworkIndex, host: NetworkInterface): LoadBalancer | undefined {
    if (!/LoadBalancer$/.test(host.kind)) {
        return undefined;
    }
    for (const balancer of index.model.loadBalancers.values()) {
        if (balancer.networkInterface === host.key) {
            return balancer;
        }
    }
    return undefined;
}

/** What somebody at the interface takes up: a load balancer does on the ports of its listeners only. */
export function listenerTraffic(index: NetworkIndex, host: NetworkInterface | undefined): Allowance {
    const balancer = host === undefined ? undefined : loadBalancerOf(index, host);
    if (balancer === undefined) {
        return allowsEverything;
    }
    if (balancer.undecided.length > 0 || balancer.external) {
        return allowsUnknown;
    }
    return exactly(
        balancer.listeners.reduce<TrafficSet>(
            (sum, listener) => unionTraffic(sum, trafficOfListener(listener)),
            {
                ...everyTraffic,
                tcp: [],
                udp: [],
            },
        ),
    );
}

export function trafficOfListener(listener: Listener): TrafficSet {
    const port = portRange(listener.port);
    switch (listener.protocol.toUpperCase()) {
        case "UDP":
        case "QUIC":
            return { ...noTraffic, udp: port };
        case "TCP_UDP":
        case "TCP_QUIC":
            return { ...noTraffic, tcp: port, udp: port };
        case "GENEVE":
            return everyTraffic;
        default:
            return { ...noTraffic, tcp: port };
    }
}
