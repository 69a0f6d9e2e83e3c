import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { configurationType, hasTemplate, launchTypes, templatesOf, templateType } from "../../access/launch";
import { undecidable, type Faults } from "../../fault";
import { faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

export const detailedMonitoring = rule(
    {
        id: "detailed-monitoring",
        title: "Hosts report every minute",
        severity: "low",
        checklist: ["monitoring-1"],
        why: "At five-minute intervals an attack or an overload is over before it shows, and scaling lags.",
        fix: "Set `monitoring` to true on the instance, or `monitoring.enabled` on the launch template.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
        remediate: (record) => ({ [switchOf(record)]: true }),
    },
    perResourceAndStack(
        launchTypes,
        (host): Faults => (leavesItToTemplate(host) ? [] : unmonitored(host)),
        (stack) =>
            stack.stated(...launchTypes).flatMap((host): Faults => {
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

const switchOf = ({ type }: ResourceRecord): string =>
    type === templateType
        ? "monitoring.enabled"
        : type === configurationType
          ? "enableMonitoring"
          : "monitoring";

const leavesItToTemplate = (host: ResourceRecord): boolean =>
    hasTemplate(host) && !isSet(host, switchOf(host));

/** A launch configuration monitors unless it says otherwise; everything else the other way round. */
const unmonitored = (host: ResourceRecord): Faults =>
    faultUnless(
        flag(host, switchOf(host), host.type === configurationType),
        (isOn) => isOn,
        "is off, so metrics come every five minutes only",
    );
