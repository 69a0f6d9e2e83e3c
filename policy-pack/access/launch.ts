import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, type Faults } from "../fault";
import { blocks, isSet, type Block, type Reading } from "../reading";
import type { Stack } from "../stack";

export const instanceType = "aws:ec2/instance:Instance";
export const spotType = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
export const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
export const configurationType = "aws:ec2/launchConfiguration:LaunchConfiguration";
export const spotFleetType = "aws:ec2/spotFleetRequest:SpotFleetRequest";
export const fleetType = "aws:autoscaling/group:Group";

/** Whatever says what a host is launched with. */
export const launchTypes = [instanceType, spotType, templateType, configurationType] as const;

/** The faults of each kind of host that a spot fleet describes by itself, and not by a template. */
export function perLaunch(spotFleet: ResourceRecord, judge: (launch: Block) => Faults): Faults {
    const launches = blocks(spotFleet, "launchSpecifications");
    return launches.known
        ? launches.value.flatMap(judge)
        : [undecidable(launches.undecided, "what its hosts are launched with cannot be told")];
}

/** Properties by which a host or a fleet names what it is launched from. */
const templateProperties = [
    "launchTemplate.id",
    "launchTemplate.name",
    "launchConfiguration",
    "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
    "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName",
];

/** Whether a host or a fleet leaves something to a template. */
export const hasTemplate = (host: ResourceRecord): boolean =>
    ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"].some((path) => isSet(host, path));

/**
 * The templates of this stack that a host or a fleet is launched from. None where it has none, or one of
 * another stack, in which that one is judged.
 */
export function templatesOf(stack: Stack, host: ResourceRecord): Reading<readonly ResourceRecord[]> {
    const found = templateProperties.map((property) =>
        stack.references(host, property, templateType, configurationType),
    );
    const open = found.find(({ known }) => !known);
    const templates = found.flatMap((reading) => (reading.known ? reading.value : []));
    return open !== undefined && templates.length === 0
        ? open
        : {
              known: true,
              value: [...new Set(templates)],
              place: { urn: host.urn, property: "launchTemplate" },
          };
}
