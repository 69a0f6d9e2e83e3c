import type { SecurityGroupRule } from "../../../analysis/model/network-model";
import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { violates } from "../../fault";
import { securityGroupTypes } from "../../network/per-security-group";
import { isCalled } from "../../network/words";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";
import type { Stack } from "../../stack";

export const sgUnused = rule(
    {
        id: "sg-unused",
        title: "Every security group protects something, or waits for an incident and lets nothing through",
        severity: "low",
        checklist: ["network-2", "compliance-2"],
        why: "A group that nothing carries is forgotten, and one day attached with whatever it lets in.",
        fix: "Attach the group to what it is for, or remove it. A group on standby gets its rules removed.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-22",
        config: {
            standbyGroups: textList("Words that call groups which wait for an incident", ["quarantine"]),
        },
    },
    perStack((stack, { standbyGroups }) => {
        const groups = stack.ofType("aws:ec2/securityGroup:SecurityGroup");
        const users = stack.records.filter(
            ({ type, custom }) => custom && !(securityGroupTypes as readonly string[]).includes(type),
        );
        const unused = groups
            .filter((group) => !isCalled(group, standbyGroups))
            .filter((group) => !users.some((user) => names(user, group)))
            .map((group) => violates(group, "nothing carries it; rules that name it do not count"));
        return [
            ...unused,
            ...groups
                .filter((group) => isCalled(group, standbyGroups))
                .flatMap((group) => rulesOf(stack, group))
                .map((rule) => violates(rule, "opens a group that waits for an incident to cut a host off")),
        ];
    }),
);

const rulesOf = (stack: Stack, group: ResourceRecord): readonly SecurityGroupRule[] =>
    stack.model.securityGroups.get(group.urn)?.rules ?? [];

const names = (user: ResourceRecord, group: ResourceRecord): boolean =>
    Object.values(user.propertyDependencies).some((urns) => urns.includes(group.urn)) ||
    (group.id !== undefined && JSON.stringify(user.properties).includes(JSON.stringify(group.id)));
