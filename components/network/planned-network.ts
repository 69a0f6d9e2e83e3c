import { isProblems, planNetwork } from "../planning/address-plan";
import type { NetworkPlan } from "../planning/network-plan";
import type { Problem } from "../planning/problem";
import { GatewayService, networkInput, type NetworkArgs } from "./network-args";

/** The services that get a gateway endpoint. */
export const gatewayServices = ({
    gatewayEndpoints,
}: Pick<NetworkArgs, "gatewayEndpoints">): GatewayService[] => gatewayEndpoints ?? [GatewayService.S3];

/** The plan of a network's arguments, or everything that is wrong with them. */
export function plannedNetwork(args: NetworkArgs): NetworkPlan | Problem[] {
    const plan = planNetwork(networkInput(args));
    const problems = [...(isProblems(plan) ? plan : []), ...repeatedServices(gatewayServices(args))];
    return problems.length > 0 ? problems : plan;
}

const repeatedServices = (services: readonly GatewayService[]): Problem[] =>
    services
        .filter((service, position) => services.indexOf(service) !== position)
        .map((service) => ({
            path: "gatewayEndpoints",
            given: `${service} twice`,
            allowed: "each service once",
            change: "remove one",
        }));
