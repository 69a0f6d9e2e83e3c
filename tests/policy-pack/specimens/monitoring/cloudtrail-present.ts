import { later, parameter } from "../../support/hosts";
import { trail } from "../../support/operations";
import { resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const vpc = resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
const field = (name: string, ...equals: readonly string[]) => ({ field: name, equals });
const advanced = (...fieldSelectors: readonly SpecimenValue[]) =>
    trail({ advancedEventSelectors: [{ fieldSelectors }] });
const selecting = (selector: { readonly [name: string]: SpecimenValue }) =>
    trail({ eventSelectors: [selector] });
const lesser = resource("aws:cloudtrail/trail:Trail", "lesser", { s3BucketName: "records" });

export const specimens: Specimens = {
    compliant: {
        "a trail of everything": trail(),
        "a trail that says so": trail({ enableLogging: true, includeGlobalServiceEvents: "true" }),
        "a trail of data too": selecting({ readWriteType: "All", includeManagementEvents: true }),
        "a trail by fields": advanced(field("eventCategory", "Management")),
        "one of everything beside a lesser one": [...trail(), lesser],
        "a trail of another stack": { config: { provided: "elsewhere" }, resources: [vpc] },
        "nothing of AWS": [],
    },
    violating: {
        "no trail": [vpc],
        "one region": trail({ isMultiRegionTrail: false }),
        "one region, as AWS has it": [lesser],
        "switched off": trail({ enableLogging: false }),
        "without IAM": trail({ includeGlobalServiceEvents: false }),
        "only what writes": selecting({ readWriteType: "WriteOnly" }),
        "only data": selecting({ includeManagementEvents: false }),
        "only data, by fields": advanced(
            field("eventCategory", "Data"),
            field("resources.type", "AWS::S3::Object"),
        ),
        "only what reads, by fields": advanced(
            field("eventCategory", "Management"),
            field("readOnly", "true"),
        ),
        "a lesser trail, though another stack has one": {
            config: { provided: "elsewhere" },
            resources: trail({ enableLogging: false }),
        },
    },
    undecidable: {
        "regions that are known later": [parameter, ...trail({ isMultiRegionTrail: later })],
        "selectors that are known later": [parameter, ...trail({ eventSelectors: later })],
    },
};
