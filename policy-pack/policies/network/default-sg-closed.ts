import { undecidable, violates } from "../../fault";
import { perStack, rule } from "../../rule";

export const defaultSgClosed = rule(
    {
        id: "default-sg-closed",
        title: "The default security group of every VPC lets nothing through",
        severity: "high",
        checklist: ["network-2"],
        why: "What is launched without a group gets this one, and AWS leaves it open among its members and outwards.",
        fix: "Adopt it by `new aws.ec2.DefaultSecurityGroup(..., { vpcId: vpc.id, ingress: [], egress: [] })`.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
    },
    perStack(({ model }) =>
        [...model.vpcs.values()]
            .filter(({ external }) => !external)
            .flatMap((vpc) => {
                const group = model.securityGroups.get(vpc.defaultSecurityGroup);
                if (group?.record === undefined) {
                    return [
                        violates(vpc.record, "nothing adopts its default security group, so it stays open"),
                    ];
                }
                return [
                    ...group.undecided.map((open) => undecidable(open)),
                    ...group.rules.map((open) =>
                        violates(open, `leaves the default group an ${open.direction} rule`),
                    ),
                ];
            }),
    ),
);
