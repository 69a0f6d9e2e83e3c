import { type Faults } from "../../fault";
import { logBucketFaults, logGroupFaults, unseenDestination } from "../../network/log-destinations";
import { isSet, text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList, wholeNumber } from "../../settings";

const groupType = "aws:cloudwatch/logGroup:LogGroup";
const bucketType = "aws:s3/bucket:Bucket";

export const flowLogRetention = rule(
    {
        id: "flow-log-retention",
        title: "Flow logs are kept long enough, encrypted and private",
        severity: "medium",
        checklist: ["network-4"],
        why: "Intrusions are found months later; by then a short-lived record is gone, and an open one is read.",
        fix: "Set the log group's `retentionInDays` and `kmsKeyId`, or the bucket's lifecycle and public access block.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
        config: {
            retentionDays: wholeNumber("Days that flow logs must be kept at least", 90, 1),
            trustedDestinations: textList("ARNs of log destinations that other stacks take care of", []),
        },
    },
    perStack((stack, { retentionDays, trustedDestinations }) =>
        stack.ofType("aws:ec2/flowLog:FlowLog").flatMap((log): Faults => {
            const destination = stack.references(log, "logDestination", groupType, bucketType);
            const written = text(log, "logDestination");
            if (!destination.known || destination.value.length === 0) {
                const trusted =
                    written.known && trustedDestinations.some((arn) => written.value?.startsWith(arn));
                return trusted || !isSet(log, "logDestination") ? [] : [unseenDestination(log)];
            }
            return destination.value.flatMap((target) =>
                target.type === groupType
                    ? logGroupFaults(target, retentionDays)
                    : logBucketFaults(stack, target, retentionDays),
            );
        }),
    ),
);
