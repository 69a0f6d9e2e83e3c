import { violates } from "../../fault";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

export const logGroupKms = rule(
    {
        id: "log-group-kms",
        title: "Logs are encrypted by a key of our own",
        severity: "medium",
        checklist: ["monitoring-1", "data-3"],
        why: "Logs hold names, addresses and now and then a password; a key of our own says who may read them.",
        fix: "Set `kmsKeyId` to a key whose policy lets CloudWatch Logs use it.",
        docs: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    },
    perResource(["aws:cloudwatch/logGroup:LogGroup"], (group) =>
        isSet(group, "kmsKeyId")
            ? []
            : [violates(at(group, "kmsKeyId"), "is not set, so logs are under AWS's own key")],
    ),
);
