import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { managesAnything } from "../../account";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { faultUnless, flag, text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";
import type { Stack } from "../../stack";

const detectorType = "aws:guardduty/detector:Detector";
const featureType = "aws:guardduty/detectorFeature:DetectorFeature";

export const guardduty = rule(
    {
        id: "guardduty",
        title: "GuardDuty looks for intruders",
        severity: "high",
        checklist: ["monitoring-4"],
        why: "Nobody reads flow logs and trails all day; GuardDuty does, and knows the addresses of attackers.",
        fix: "Add an `aws.guardduty.Detector`, and an `aws.guardduty.DetectorFeature` for each feature needed.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1",
        config: {
            features: textList("Features that must be on, such as EBS_MALWARE_PROTECTION", []),
            provided: provided("GuardDuty's detector"),
        },
    },
    perStack((stack, { features, provided }) => {
        const detectors = stack.stated(detectorType);
        if (detectors.length === 0) {
            return provided === "elsewhere" || !managesAnything(stack)
                ? []
                : [violates(undefined, "no detector of GuardDuty looks for intruders")];
        }
        return detectors.flatMap((detector): Faults => [
            ...faultUnless(
                flag(detector, "enable", true),
                (isOn) => isOn,
                "is off, so nobody looks for intruders",
            ),
            ...features.flatMap((feature) => featureFaults(stack, detector, feature)),
        ]);
    }),
);

function featureFaults(stack: Stack, detector: ResourceRecord, wanted: string): Faults {
    const malware = "datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable";
    const older = flag(detector, malware, false);
    if (wanted === "EBS_MALWARE_PROTECTION" && older.known && older.value) {
        return [];
    }
    const states = stack
        .referrers(detector, featureType, "detectorId")
        .filter((feature) => feature.properties["name"] === wanted)
        .map((feature) => text(feature, "status", ""));
    return states.length === 0
        ? [violates(detector, `goes without ${wanted}`)]
        : states.flatMap((status) =>
              faultUnless(status, (written) => written === "ENABLED", `is not ENABLED for ${wanted}`),
          );
}
