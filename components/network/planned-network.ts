import { isProblems, planNetwork } from "../planning/address-plan";
import type { NetworkPlan } from "../planning/network-plan";
import type { Problem } from "../planning/problem";
import { problemsOfUnknown } from "../planning/unknown-names";
import { GatewayService, NatStrategy, networkInput, type NetworkArgs } from "./network-args";

/** The services that get a gateway endpoint. */
export const gatewayServices = ({
    gatewayEndpoints,
}: Pick<NetworkArgs, "gatewayEndpoints">): GatewayService[] => gatewayEndpoints ?? [GatewayService.S3];

/** The plan of a network's arguments, or everything that is wrong with them. */
export function plannedNetwork(args: NetworkArgs): NetworkPlan | Problem[] {
    const plan = planNetwork(networkInput(args));
    const problems = [
        ...(isProblems(plan) ? plan : []),
        ...repeatedServices(gatewayServices(args)),
        ...allocationProblems(args),
    ];
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

/** Addresses are given for zones that exist, and to a regional gateway for all of them or none. */
function allocationProblems({ zones, nat, natAllocationIds = {} }: NetworkArgs): Problem[] {
    const given = Object.keys(natAllocationIds);
    const missing = Object.keys(zones).filter((letter) => !given.includes(letter));
    const malformed = Object.entries(natAllocationIds).filter(([, id]) => !/^eipalloc-[0-9a-f]+$/.test(id));
    return [
        ...problemsOfUnknown("natAllocationIds", given, Object.keys(zones)),
        ...malformed.map(([letter, id]) => ({
            path: `natAllocationIds.${letter}`,
            given: `"${id}"`,
            allowed: "the allocation id of an elastic IP, eipalloc-…",
            change: "give the id that `aws ec2 describe-addresses` shows",
        })),
        ...(nat === NatStrategy.Regional && given.length > 0 && missing.length > 0
            ? [
                  {
                      path: "natAllocationIds",
                      given: `none for ${missing.join(", ")}`,
                      allowed:
                          "an address for every zone, or for none: a regional gateway serves no other zones",
                      change: "add the missing ones",
                  },
              ]
            : []),
    ];
}
