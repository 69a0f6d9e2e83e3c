import type { ResourceRecord } from "../../../analysis/model/resource-record";
import type { Network } from "./network";
import { addConnections } from "./records/connection-records";
import { addFilters } from "./records/filter-records";
import { addInterfaces } from "./records/interface-records";
import { addLoadBalancing } from "./records/load-balancer-records";
import { Registry, type Form } from "./records/registry";
import { addVpcs } from "./records/vpc-records";

export interface RegisteredNetwork {
    readonly records: readonly ResourceRecord[];
    /** The URN of the resource that makes an interface. */
    readonly urnOf: (interfaceOwner: string) => string;
}

/**
 * A network as a Pulumi program would register it. Where AWS and its provider offer several shapes
 * for one thing (inline or standalone rules, an address asked for or associated), the seed decides.
 */
export function register(network: Network, form: Form, seed: number): RegisteredNetwork {
    const registry = new Registry(form, seed);
    addVpcs(registry, network);
    addFilters(registry, network);
    addInterfaces(registry, network);
    addLoadBalancing(registry, network);
    addConnections(registry, network);
    return { records: registry.records(), urnOf: (owner) => registry.urnOf(owner) };
}
