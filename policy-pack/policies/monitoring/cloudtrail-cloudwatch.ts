import { trailType } from "../../monitoring/trails";
import { violates } from "../../fault";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

export const cloudtrailCloudwatch = rule(
    {
        id: "cloudtrail-cloudwatch",
        title: "Trails deliver to CloudWatch Logs, where alarms can be set",
        severity: "medium",
        checklist: ["monitoring-2", "monitoring-4"],
        why: "Files in a bucket are read after the fact; alarms on failed sign-ins need a log group.",
        fix: "Set `cloudWatchLogsGroupArn`, and `cloudWatchLogsRoleArn` to a role that may write there.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-5",
    },
    perResource([trailType], (trail) =>
        ["cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"]
            .filter((path) => !isSet(trail, path))
            .map((path) => violates(at(trail, path), "is not set, so nothing reaches CloudWatch Logs")),
    ),
);
