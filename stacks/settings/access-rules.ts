import type { Problem } from "../../components/planning/problem";
import type { SoundSections } from "./schema";

/** The group that an SSH bastion is in, by its key. */
export const bastionGroup = "bastion";

/** The group that interface endpoints are in, by its key. */
export const endpointsGroup = "endpoints";

/** The group that the EC2 Instance Connect endpoint is in, by its key; with it there is such an endpoint. */
export const instanceConnectGroup = "instance-connect";

/** Settings and flow table must agree on how people get in: neither opens a path that the other denies. */
export function accessProblems({ access, groups, flows }: SoundSections): Problem[] {
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
