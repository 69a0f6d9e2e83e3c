import type { Undecided } from "../model/resource-record";
import type { ExplanationCode } from "./explanation-code";

/**
 * - `reachable`: certain, for every address the ends can have.
 * - `blocked`: proved, for every address the ends can have and everything the plan leaves open.
 * - `unknown`: neither; `undecided` names what leaves it open.
 */
export type ReachVerdict = "reachable" | "blocked" | "unknown";

export interface Answer {
    readonly verdict: ReachVerdict;
    /** Why it is blocked or unknown, and what is special about a reachable path. No code twice. */
    readonly codes: readonly ExplanationCode[];
    /** The request, hop by hop; for a blocked one, as far as and beyond what blocks it. */
    readonly path: readonly Hop[];
    /** The reply's way back; empty when only the request was asked about. */
    readonly replyPath: readonly Hop[];
    /** One packet that arrives, when it is reachable or may be. */
    readonly packet?: Packet;
    /** Why it works for some of the ports that a NAT gateway or load balancer may choose, not for all. */
    readonly partial?: string;
    /** Everything that stands in the way, not only the first; empty unless blocked. */
    readonly blockedBy: readonly Blocker[];
    /** The least set of changes that would open it, in the order of the path; empty unless blocked. */
    readonly changes: readonly string[];
    /** What leaves it open; empty unless unknown. */
    readonly undecided: readonly Undecided[];
}

/** One component that the packet passes. */
export interface Hop {
    readonly kind: HopKind;
    /** Its URN, or the derived key of what has no resource of its own. */
    readonly urn: string;
    readonly label: string;
    /** Which rule, entry or route let it pass, in words: `rule 100 allows tcp 443 from 0.0.0.0/0`. */
    readonly detail?: string;
    /** The resources that hold those rules, entries or routes. */
    readonly rules: readonly string[];
}

export type HopKind =
    | "source"
    | "destination"
    | "internet"
    | "service"
    | "securityGroup"
    | "networkAcl"
    | "routeTable"
    | "internetGateway"
    | "natGateway"
    | "appliance"
    | "peeringConnection"
    | "transitGateway"
    | "transitGatewayRouteTable"
    | "endpoint"
    | "loadBalancer"
    | "boundary";

export interface Packet {
    readonly protocol: string;
    readonly source: string;
    readonly sourcePort?: number;
    readonly destination: string;
    readonly destinationPort?: number;
    readonly icmpType?: number;
    readonly icmpCode?: number;
}

export interface Blocker {
    readonly code: ExplanationCode;
    /** The component at fault. */
    readonly urn: string;
    /** Whether it stops the request or its reply. */
    readonly stops: "request" | "reply";
    readonly message: string;
    /** The rule or route that decides against it, where one does; absent where one is missing. */
    readonly rule?: string;
    /** What to change about this component to let it pass. */
    readonly change: string;
}
