import { types } from "./resource-types";
import { ref, resource, type SpecimenResource } from "./specimen";

type Inputs = SpecimenResource["inputs"];

/** A host that says how it is launched. */
export const host = (inputs: Inputs = {}): readonly SpecimenResource[] => [
    resource(types.instance, "host", { instanceType: "t4g.micro", subnetId: "subnet-11112222", ...inputs }),
];

/** A fleet and its template. */
export const fleet = (template: Inputs = {}, group: Inputs = {}): readonly SpecimenResource[] => [
    resource(types.launchTemplate, "template", { instanceType: "t4g.micro", ...template }),
    resource(types.autoScalingGroup, "fleet", {
        launchTemplate: { id: ref("template"), version: "$Latest" },
        vpcZoneIdentifiers: ["subnet-11112222"],
        minSize: 1,
        maxSize: 2,
        ...group,
    }),
];

/** A host that is launched from a template. */
export const hostFromTemplate = (template: Inputs = {}, own: Inputs = {}): readonly SpecimenResource[] => [
    resource(types.launchTemplate, "template", { instanceType: "t4g.micro", ...template }),
    resource(types.instance, "host", {
        subnetId: "subnet-11112222",
        launchTemplate: { id: ref("template"), version: "$Latest" },
        ...own,
    }),
];

/** The outdated way to describe a fleet's hosts. */
export const configuration = (inputs: Inputs = {}): readonly SpecimenResource[] => [
    resource("aws:ec2/launchConfiguration:LaunchConfiguration", "configuration", {
        imageId: "ami-11112222",
        instanceType: "t4g.micro",
        ...inputs,
    }),
];

/** A spot fleet that describes its hosts by itself. */
export const spotFleet = (...launchSpecifications: readonly Inputs[]): readonly SpecimenResource[] => [
    resource("aws:ec2/spotFleetRequest:SpotFleetRequest", "spots", {
        iamFleetRole: "arn:aws:iam::123456789012:role/fleet",
        launchSpecifications,
    }),
];

/** A spot fleet of which nothing is known yet. */
export const spotFleetLater: readonly SpecimenResource[] = [
    resource("aws:ssm/parameter:Parameter", "setting", { type: "String" }),
    resource("aws:ec2/spotFleetRequest:SpotFleetRequest", "spots", {
        launchSpecifications: ref("setting", "insecureValue"),
    }),
];

/** Something whose value is not known before it exists. */
export const parameter = resource("aws:ssm/parameter:Parameter", "setting", { type: "String" });
export const later = ref("setting", "insecureValue");

export const base64 = (text: string): string => Buffer.from(text).toString("base64");
