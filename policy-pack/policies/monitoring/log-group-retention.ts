import { faultUnless, number, text } from "../../reading";
import { perResource, rule } from "../../rule";
import { toggle, wholeNumber } from "../../settings";

export const logGroupRetention = rule(
    {
        id: "log-group-retention",
        title: "Logs are kept as long as they are needed, and no longer",
        severity: "low",
        checklist: ["monitoring-1", "monitoring-2"],
        why: "Intrusions are found months later. What is kept for ever costs for ever, and nobody decided on it.",
        fix: "Set `retentionInDays`.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16",
        config: {
            retentionDays: wholeNumber("Days that logs must be kept at least", 365, 1),
            forever: toggle("Whether logs may be kept for ever", false),
        },
    },
    perResource(["aws:cloudwatch/logGroup:LogGroup"], (group, { retentionDays, forever }) => {
        const kind = text(group, "logGroupClass", "STANDARD");
        // AWS keeps this class for two days, whatever is set.
        return kind.known && kind.value === "DELIVERY"
            ? []
            : faultUnless(
                  number(group, "retentionInDays", 0),
                  (days) => (days === 0 ? forever : days >= retentionDays),
                  (days) =>
                      days === 0
                          ? "is not set, so logs are kept for ever"
                          : `keeps logs ${days} days; ${retentionDays} are needed`,
              );
    }),
);
