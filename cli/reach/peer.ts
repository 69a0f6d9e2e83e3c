import type { QueryEnd } from "../../analysis/reachability/query";

/** Whom an argument names: one end of a question, or several that are asked about one by one. */
export interface Peer {
    /** As the argument has it. */
    readonly label: string;
    readonly members: readonly PeerMember[];
}

export interface PeerMember {
    readonly label: string;
    readonly end: QueryEnd;
}
