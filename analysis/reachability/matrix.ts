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
    /** A service is an AWS service behind a gateway endpoint; nothing comes from it. */
    readonly kind: "interfaces" | "internet" | "range" | "service";
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

/**
 * What every one of the sources can open to every one of the destinations. Classes that differ only in
 * what they let in are one as sources, and the other way round, so blocks are far fewer than cells.
 */
export interface MatrixBlock {
    readonly sources: readonly EndpointClass[];
    readonly destinations: readonly EndpointClass[];
    readonly face: AddressFace;
    readonly certain: TrafficSet;
    readonly possible: TrafficSet;
    readonly partial: boolean;
    readonly undecided: readonly Undecided[];
}

/**
 * Who can open what to whom. A session between two interfaces over their public addresses is one to the
 * internet and one from it, and appears as these two.
 */
export interface ReachabilityMatrix {
    /** Every class of interfaces in the order of labels, then the internet, services and ranges. */
    readonly classes: readonly EndpointClass[];
    /** Everything possible, in the fewest pieces. */
    readonly blocks: readonly MatrixBlock[];
    /** Everything possible, pair by pair: the blocks spelled out. */
    readonly cells: readonly MatrixCell[];
    /** What one class can open to another: one cell for each address of the destination that works. */
    between(from: EndpointClass, to: EndpointClass): readonly MatrixCell[];
    /** The class of an interface in a subnet; one that is in several subnets is in several classes. */
    classesOf(networkInterface: Key): readonly EndpointClass[];
    /** Path, rules and packet for one session of the cell: made on demand. */
    witness(cell: MatrixCell): Answer;
}
