import { launchTypes, spotFleetType, templatesOf } from "../../access/launch";
import { undecidable, type Faults } from "../../fault";
import { leavesItToTemplate, switchOf, unmonitored } from "../../monitoring/detailed-metrics";
import { perResourceAndStack, rule } from "../../rule";

const judgedTypes = [...launchTypes, spotFleetType];

export const detailedMonitoring = rule(
    {
        id: "detailed-monitoring",
        title: "Hosts report every minute",
        severity: "low",
        checklist: ["monitoring-1"],
        why: "At five-minute intervals an attack or an overload is over before it shows, and scaling lags.",
        fix: "Set `monitoring` to true on the instance, or `monitoring.enabled` on the launch template.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
        remediate: (record) => (record.type === spotFleetType ? undefined : { [switchOf(record)]: true }),
    },
    perResourceAndStack(
        judgedTypes,
        (host): Faults => (leavesItToTemplate(host) ? [] : unmonitored(host)),
        (stack) =>
            stack.stated(...judgedTypes).flatMap((host): Faults => {
                if (!leavesItToTemplate(host)) {
                    return unmonitored(host);
                }
                const templates = templatesOf(stack, host);
                // A template answers for itself, here or in the stack that owns it.
                return templates.known
                    ? []
                    : [undecidable(templates.undecided, "whether its template monitors it cannot be told")];
            }),
    ),
);
