import { trailType } from "../../monitoring/trails";
import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";

export const cloudtrailValidation = rule(
    {
        id: "cloudtrail-validation",
        title: "Trails can prove that nobody changed their files",
        severity: "medium",
        checklist: ["monitoring-2"],
        why: "Whoever covers the tracks edits the log; only digests show that.",
        fix: "Set `enableLogFileValidation` to true.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-4",
        remediate: () => ({ enableLogFileValidation: true }),
    },
    perResource([trailType], (trail) =>
        faultUnless(
            flag(trail, "enableLogFileValidation", false),
            (isOn) => isOn,
            "is off, so nobody can tell whether a log file was changed",
        ),
    ),
);
