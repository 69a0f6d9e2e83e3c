import { endpointEdges, loadBalancerEdges } from "./edges/balancer-edges";
import type { Edge } from "./edges/edge";
import { networkAclEdges, securityGroupEdges } from "./edges/filter-edges";
import { connectionEdges, routeEdges } from "./edges/route-edges";

export type { Edge } from "./edges/edge";

/** Every line of the semantics with a verdict of its own, as AWS documents it. */
export const edges: readonly Edge[] = [
    ...securityGroupEdges,
    ...networkAclEdges,
    ...routeEdges,
    ...connectionEdges,
    ...loadBalancerEdges,
    ...endpointEdges,
];
