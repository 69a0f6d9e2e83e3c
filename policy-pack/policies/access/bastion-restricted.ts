import { bastionsOf, bastionWords, isBastionGroup } from "../../access/bastions";
import { bastionRuleFaults } from "../../access/bastion-rules";
import { fleetType } from "../../access/launch";
import { undecidable, violates, type Faults } from "../../fault";
import { faultUnless, number } from "../../reading";
import { perStack, rule } from "../../rule";
import { cidrList, ports } from "../../settings";

export const bastionRestricted = rule(
    {
        id: "bastion-restricted",
        title: "The bastion is one, entered by SSH from the office, and leads to the VPC only",
        severity: "high",
        checklist: ["access-3"],
        why: "Whoever is on the bastion can try every host; what it does not need, an intruder must not have.",
        fix: "Admit the SSH port from the office's ranges, let out SSH to the VPC, and keep one bastion.",
        docs: "https://docs.aws.amazon.com/quickstart/latest/linux-bastion/architecture.html",
        config: {
            bastions: bastionWords,
            sshPorts: ports("TCP ports of SSH", [22, 2222]),
            offices: cidrList("Ranges that may enter; none: any that is not the internet", []),
            servicePorts: ports("TCP ports to which it may call out, for updates and its own logs", [443]),
        },
    },
    perStack((stack, { bastions, ...allowed }) => {
        const { model } = stack;
        const hosts = bastionsOf(stack, bastions);
        const groups = [...model.securityGroups.values()].filter(
            (group) => !group.external && isBastionGroup(group, model, bastions),
        );
        const further = hosts.slice(1).map((host) => violates(host, "is a further bastion; one is enough"));
        const fleets = hosts.filter(({ type }) => type === fleetType);
        return [
            ...further,
            ...fleets.flatMap((fleet) =>
                faultUnless(
                    number(fleet, "maxSize", 1),
                    (most) => most <= 1,
                    (most) => `is ${most}; one bastion is enough`,
                ),
            ),
            ...groups.flatMap((group): Faults => [
                ...group.undecided.map((open) => undecidable(open, "whom the bastion admits cannot be told")),
                ...group.rules.flatMap((one) => bastionRuleFaults(one, model, allowed)),
            ]),
        ];
    }),
);
