import type { Key } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import type { AddressSet } from "../../packets/address-set";
import type { Answer } from "./answer";
import type { AddressFace } from "./query";
import type { TrafficSet } from "./traffic-set";

/** Interfaces, or addresses, that no rule of the network tells apart. */
export interface EndpointClass {
    /** Stable across runs and independent of the order of resources. */
    readonly id: string;
    readonly kind: "interfaces" | "internet" | "range";
    /** For people: the names of its interfaces, or of the range. */
    readonly label: string;
    /** Its interfaces; empty for the internet and for ranges. */
    readonly interfaces: readonly Key[];
    readonly vpc?: Key;
    readonly subnet?: Key;
    readonly securityGroups: readonly Key[];
    /** The addresses it can have. */
    readonly addresses: AddressSet;
}

/** Exactly what one class can open to another at one of its addresses. Never empty on `possible`. */
export interface MatrixCell {
    readonly from: EndpointClass;
    readonly to: EndpointClass;
    readonly face: AddressFace;
    /** Sessions that work for every address both can have, and whatever the plan leaves open. */
    readonly certain: TrafficSet;
    /** Sessions that are not proved blocked: `certain`, and what may work besides. */
    readonly possible: TrafficSet;
    /** Works for some of the ports that a NAT gateway or load balancer may choose, not for all. */
    readonly partial: boolean;
    /** What leaves open the sessions that are possible but not certain. */
    readonly undecided: readonly Undecided[];
}

/** A range of addresses outside the network that gets a row and a column of its own. */
export interface NamedRange {
    readonly name: string;
    readonly addresses: AddressSet;
}

export interface ReachabilityMatrix {
    /** Every class of interfaces, then the internet, then the ranges given; in the order of labels. */
    readonly classes: readonly EndpointClass[];
    /** Every pair with something possible between them. */
    readonly cells: readonly MatrixCell[];
    /** What one class can open to another: one cell for each address of the destination that works. */
    between(from: EndpointClass, to: EndpointClass): readonly MatrixCell[];
    /** The class of an interface in a subnet; one that is in several subnets is in several classes. */
    classesOf(networkInterface: Key): readonly EndpointClass[];
    /** Path, rules and packet for one session of the cell: made on demand. */
    witness(cell: MatrixCell): Answer;
}
