import { violates } from "../../fault";
import { undecidedRecords, isRecorded } from "../../network/recorded-traffic";
import { perStack, rule } from "../../rule";

export const vpcFlowLogs = rule(
    {
        id: "vpc-flow-logs",
        title: "Every VPC records its traffic",
        severity: "high",
        checklist: ["network-4"],
        why: "Without flow logs nobody can tell who reached what, during an attack or after it.",
        fix: "Add an `aws.ec2.FlowLog` of the VPC with `trafficType` ALL and a destination.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
    },
    perStack((stack) => {
        const logs = stack.ofType("aws:ec2/flowLog:FlowLog");
        return [
            ...logs.flatMap((log) => undecidedRecords(stack, log)),
            ...stack
                .ofType("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc")
                .filter((vpc) => !isRecorded(stack, vpc, logs))
                .map((vpc) => violates(vpc, "has no flow log that records ALL or REJECT with a destination")),
        ];
    }),
);
