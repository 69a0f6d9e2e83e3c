/**
 * One end of a question. A resource is named by its URN or, where that is unambiguous, its logical
 * name; `address` says which of its addresses is meant (its private one if unset), `ip` the very
 * address. An internet end is a set of public addresses; `service` says that they belong to an AWS
 * service such as `s3`.
 */
export type QueryEnd =
    | {
          readonly resource: string;
          readonly address?: AddressFace;
          readonly ip?: string;
      }
    | { readonly internet: string; readonly service?: string }
    | { readonly ip: string };

/** Which of its addresses a resource is meant by. */
export type AddressFace = "private" | "public" | "ipv6";

/** "Can `from` open this to `to`?" */
export interface ReachQuery {
    readonly from: QueryEnd;
    readonly to: QueryEnd;
    /** A name AWS accepts, or an IP protocol number. */
    readonly protocol: string | number;
    /** The destination port, for TCP and UDP. */
    readonly port?: number;
    /** The client's port; left out, any of 1024–65535 will do. */
    readonly sourcePort?: number;
    readonly icmpType?: number;
    readonly icmpCode?: number;
    /** The load balancer (URN or name) that the session goes through; the port is then its listener's. */
    readonly via?: string;
    /** `session`: the request arrives and its reply returns. `request`: it arrives. Default `session`. */
    readonly scope?: "session" | "request";
}

/** A question that cannot be asked of this network, with the part of it that is at fault. */
export class QueryError extends Error {
    public override readonly name = "QueryError";

    public constructor(
        public readonly field: string,
        message: string,
    ) {
        super(`${field}: ${message}`);
    }
}
