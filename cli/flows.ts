import { formatTraffic, hasNoTraffic, subtractTraffic } from "../analysis/reachability/traffic-set";
import type { EndpointClass, MatrixCell, ReachabilityMatrix } from "../analysis/reachability/matrix";

/** What one group of interfaces, or the internet, can open to another, proved from the resources. */
export interface ReportedFlow {
    readonly from: FlowEnd;
    readonly to: FlowEnd;
    /** Which of the destination's addresses the sessions go to. */
    readonly address: "private" | "public" | "ipv6";
    /** Sessions that work, in words: `tcp 443`. */
    readonly certain: string;
    /** Sessions that may work besides, and what leaves them open. */
    readonly undecided?: { readonly traffic: string; readonly reasons: readonly string[] };
    /** It works for some of the ports that a NAT gateway or load balancer may choose, not for all. */
    readonly partial?: true;
}

export interface FlowEnd {
    readonly kind: EndpointClass["kind"];
    readonly label: string;
}

export const flowsOf = (matrix: ReachabilityMatrix): ReportedFlow[] =>
    matrix.cells.filter(({ from, to }) => from.kind === "interfaces" || to.kind === "interfaces").map(flowOf);

function flowOf({ from, to, face, certain, possible, partial, undecided }: MatrixCell): ReportedFlow {
    const open = subtractTraffic(possible, certain);
    return {
        from: endOf(from),
        to: endOf(to),
        address: face,
        certain: hasNoTraffic(certain) ? "" : formatTraffic(certain),
        ...(hasNoTraffic(open)
            ? {}
            : {
                  undecided: {
                      traffic: formatTraffic(open),
                      reasons: undecided.map(({ urn, property, reason }) => `${urn} ${property}: ${reason}`),
                  },
              }),
        ...(partial ? { partial } : {}),
    };
}

const endOf = ({ kind, label }: EndpointClass): FlowEnd => ({ kind, label });
