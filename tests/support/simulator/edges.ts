import { connectionEdges } from "./edges/connection-edges";
import type { Edge } from "./edges/edge";
import { endpointEdges } from "./edges/endpoint-edges";
import { networkAclEdges, securityGroupEdges } from "./edges/filter-edges";
import { loadBalancerEdges } from "./edges/load-balancer-edges";
import { middleboxEdges } from "./edges/middlebox-edges";
import { routeEdges } from "./edges/route-edges";

export type { Edge } from "./edges/edge";

/** Every line of the semantics with a verdict of its own, as AWS documents it. */
export const edges: readonly Edge[] = [
    ...securityGroupEdges,
    ...networkAclEdges,
    ...routeEdges,
    ...middleboxEdges,
    ...connectionEdges,
    ...loadBalancerEdges,
    ...endpointEdges,
];
