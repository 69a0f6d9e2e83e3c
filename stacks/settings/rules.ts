import { plannedNetwork } from "../../components/network/planned-network";
import { isProblems } from "../../components/planning/address-plan";
import { planSecurity } from "../../components/planning/security-plan";
import type { NetworkPlan } from "../../components/planning/network-plan";
import { under, type Problem } from "../../components/planning/problem";
import type { WrittenSettings } from "./schema";
import { securityInput } from "./security-input";

/** What the settings mean for each other: only a section without a problem of shape is among them. */
export type SoundSections = { readonly [Key in keyof WrittenSettings]?: WrittenSettings[Key] };

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

/** The group that an SSH bastion is in, by its key. */
export const bastionGroup = "bastion";

/** Settings and flow table must agree on how people get in: neither opens a path that the other denies. */
function accessProblems({ access, groups, flows }: SoundSections): Problem[] {
    if (access === undefined || groups === undefined || flows === undefined) {
        return [];
    }
    const hasBastion = Object.hasOwn(groups, bastionGroup);
    const entered = flows.some((flow) => flow.to === bastionGroup);
    if (access.mode === "sessionManager") {
        return hasBastion
            ? [
                  {
                      path: "access.mode",
                      given: "sessionManager, with a group bastion",
                      allowed: "bastion or both, while the flow table opens paths for a bastion",
                      change: "write mode: both, or remove the group and its flows",
                  },
              ]
            : [];
    }
    return hasBastion && entered
        ? []
        : [
              {
                  path: "access.mode",
                  given: `${access.mode}, ${hasBastion ? "but no flow leads to group bastion" : "but no group is called bastion"}`,
                  allowed: "a bastion only where the flow table lets somebody reach it",
                  change: hasBastion
                      ? "add a flow from a range such as office to bastion"
                      : "add the group bastion in a public tier, and a flow to it",
              },
          ];
}
