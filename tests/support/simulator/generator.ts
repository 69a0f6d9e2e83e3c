import {
    addBlockPublicAccess,
    addConnections,
    connectGatewayEndpoints,
} from "./generator/connection-generator";
import { addNetworkAcls, addPrefixLists, addSecurityGroups } from "./generator/filter-generator";
import { addInterfaces } from "./generator/interface-generator";
import { addMiddleboxes } from "./generator/middlebox-generator";
import { Random } from "./generator/random";
import { addGateways, addRoutes, addVpcs } from "./generator/vpc-generator";
import { emptyNetwork, type Network } from "./network";

const steps: readonly ((random: Random, network: Network) => Network)[] = [
    addVpcs,
    addGateways,
    addConnections,
    addPrefixLists,
    addRoutes,
    connectGatewayEndpoints,
    addNetworkAcls,
    addSecurityGroups,
    addInterfaces,
    addMiddleboxes,
    addBlockPublicAccess,
];

/**
 * A random network that AWS would accept, biased to where mistakes hide: ports at the edges of rules,
 * addresses at the ends of blocks, missing return rules, shadowed entries, overlapping routes, halves
 * of the internet. The same seed gives the same network.
 */
export const randomNetwork = (seed: number): Network => {
    const random = new Random(seed);
    return steps.reduce((network, step) => step(random, network), emptyNetwork);
};
