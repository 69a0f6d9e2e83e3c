import { gatewayServices, plannedNetwork } from "../../components/network/planned-network";
import { isProblems } from "../../components/planning/address-plan";
import { isServiceKey } from "../../components/planning/peer-key";
import { planSecurity } from "../../components/planning/security-plan";
import type { NetworkPlan } from "../../components/planning/network-plan";
import { under, type Problem } from "../../components/planning/problem";
import { accessProblems } from "./access-rules";
import type { SoundSections } from "./schema";
import { securityInput } from "./security-input";

/** Everything that is wrong with settings whose shapes are right, at paths without the namespace. */
export function ruleProblems(sections: SoundSections, region = ""): Problem[] {
    const { network } = sections;
    const plan = network && plannedNetwork({ ...network, region });
    return [
        // The region is no part of the network's section, and is told of where it was read.
        ...(isProblems(plan)
            ? under(
                  "network",
                  plan.filter((problem) => problem.path !== "region"),
              )
            : []),
        ...flowProblems(sections, region, isProblems(plan) ? undefined : plan),
        ...endpointProblems(sections),
        ...accessProblems(sections),
    ];
}

function flowProblems(
    { network, groups, ranges, ports, flows }: SoundSections,
    region: string,
    plan: NetworkPlan | undefined,
): Problem[] {
    if (!network || !groups || !ranges || !ports || !flows) {
        return [];
    }
    const security = planSecurity(securityInput({ network, groups, ranges, ports, flows, region }, plan));
    // What it finds in the network's own blocks has been told of by the network's plan.
    return isProblems(security) ? security.filter((problem) => !problem.path.startsWith("tiers.")) : [];
}

/** A group may go to a service by its prefix list only, and only a gateway endpoint brings that list. */
function endpointProblems({ network, flows }: SoundSections): Problem[] {
    if (network === undefined || flows === undefined) {
        return [];
    }
    const services: readonly string[] = gatewayServices(network);
    return flows.flatMap(({ to }, position) =>
        isServiceKey(to) && !services.includes(to)
            ? [
                  {
                      path: `flows[${position}].to`,
                      given: `${to}, which has no gateway endpoint`,
                      allowed: `services of network.gatewayEndpoints: ${services.join(", ") || "none"}`,
                      change: `add ${to} to network.gatewayEndpoints, or remove the flow`,
                  },
              ]
            : [],
    );
}
