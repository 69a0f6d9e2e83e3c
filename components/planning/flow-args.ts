import type { Peer } from "./peer";
import type { Port } from "./port";

/** One line of the flow table as it is written down, in YAML or by `flow`. */
export interface FlowArgs {
    /**
     * Who opens the session: a group's key, a range's key, or `internet`.
     */
    from: string;
    /**
     * Who answers: a group's key, a range's key, `internet`, `s3` or `dynamodb`.
     */
    to: string;
    /**
     * On what: `tcp/443`, `tcp/8000-8080`, `udp/53`, `icmp/echo`, `https`, or a name of the `ports` map.
     */
    port: string;
    /**
     * Why. It is part of the description of every rule that the flow opens.
     */
    because: string;
}

/** Who may open a session to whom, on what, and why. */
export const flow = (from: Peer, to: Peer, port: Port, because: string): FlowArgs => ({
    from: from.toString(),
    to: to.toString(),
    port: port.toString(),
    because,
});
