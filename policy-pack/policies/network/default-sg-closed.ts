import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { SecurityGroup } from "../../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../../fault";
import { perResourceAndStack, rule } from "../../rule";

const groupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

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
    perResourceAndStack(
        [groupType],
        (record) => [...buildNetworkModel([record]).securityGroups.values()].flatMap(ruleFaults),
        ({ model }) => [
            ...[...model.vpcs.values()]
                .filter(({ external }) => !external)
                .filter((vpc) => model.securityGroups.get(vpc.defaultSecurityGroup)?.record === undefined)
                .map((vpc) =>
                    violates(vpc.record, "nothing adopts its default security group, so it stays open"),
                ),
            // One that is adopted is judged wherever its VPC is managed.
            ...[...model.securityGroups.values()].flatMap(ruleFaults),
        ],
    ),
);

const ruleFaults = ({ isDefault, record, undecided, rules }: SecurityGroup): Faults =>
    isDefault && record !== undefined && record.external !== true
        ? [
              ...undecided.map((open) => undecidable(open)),
              ...rules.map((open) => violates(open, `leaves the default group an ${open.direction} rule`)),
          ]
        : [];
