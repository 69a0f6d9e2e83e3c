import { later, parameter } from "../../support/hosts";
import {
    ref,
    resource,
    type Specimens,
    type SpecimenResource,
    type SpecimenValue,
} from "../../support/specimen";

const vpc = resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
const detector = (inputs: SpecimenResource["inputs"] = {}) => [
    resource("aws:guardduty/detector:Detector", "detector", inputs),
];
const feature = (status: SpecimenValue) =>
    resource("aws:guardduty/detectorFeature:DetectorFeature", "malware", {
        detectorId: ref("detector"),
        name: "EBS_MALWARE_PROTECTION",
        status,
    });
const malware = { features: ["EBS_MALWARE_PROTECTION"] };

export const specimens: Specimens = {
    compliant: {
        "a detector": detector({ enable: true }),
        "a detector, on by itself": detector(),
        "with malware protection": { config: malware, resources: [...detector(), feature("ENABLED")] },
        "with malware protection in the older way": {
            config: malware,
            resources: detector({
                datasources: {
                    malwareProtection: { scanEc2InstanceWithFindings: { ebsVolumes: { enable: true } } },
                },
            }),
        },
        "a detector of another stack": { config: { provided: "elsewhere" }, resources: [vpc] },
        "nothing of AWS": [],
    },
    violating: {
        "no detector": [vpc],
        "switched off": detector({ enable: false }),
        "without malware protection": { config: malware, resources: detector() },
        "with malware protection off": { config: malware, resources: [...detector(), feature("DISABLED")] },
        "off, though another stack has one": {
            config: { provided: "elsewhere" },
            resources: detector({ enable: "false" }),
        },
    },
    undecidable: {
        "a switch that is known later": [parameter, ...detector({ enable: later })],
        "a feature whose state is known later": {
            config: malware,
            resources: [parameter, ...detector(), feature(later)],
        },
    },
};
