import { changed, without } from "../../support/base-network";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const recording = (recordingGroup?: SpecimenResource["inputs"]): readonly SpecimenResource[] => [
    resource("aws:iam/serviceLinkedRole:ServiceLinkedRole", "role", {
        awsServiceName: "config.amazonaws.com",
    }),
    resource("aws:iam/role:Role", "other-role", {}),
    resource("aws:cfg/recorder:Recorder", "recorder", { roleArn: ref("role", "arn"), recordingGroup }),
    resource("aws:cfg/recorderStatus:RecorderStatus", "status", {
        name: ref("recorder", "name"),
        isEnabled: true,
    }),
    resource("aws:cfg/deliveryChannel:DeliveryChannel", "delivery", { s3BucketName: "records" }),
];
const sound = recording({ allSupported: true, includeGlobalResourceTypes: true });
const aggregator = (allRegions?: boolean) => [
    ...sound,
    resource("aws:cfg/configurationAggregator:ConfigurationAggregator", "all", {
        accountAggregationSource: { accountIds: ["111122223333"], allRegions },
    }),
];

export const specimens: Specimens = {
    compliant: {
        "all types": sound,
        "all but some, by name": recording({
            allSupported: false,
            exclusionByResourceTypes: [{ resourceTypes: ["AWS::EC2::NetworkInterface"] }],
            recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
        }),
        "the role by its ARN": changed(sound, "recorder", {
            roleArn:
                "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
        }),
        "an aggregator of all regions": aggregator(true),
        "another stack sees to it": {
            config: { provided: "elsewhere" },
            resources: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        },
    },
    violating: {
        none: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        "some types": recording({ allSupported: false, resourceTypes: ["AWS::EC2::Instance"] }),
        "no global types": recording({ allSupported: true }),
        "nothing said of types": recording(),
        "no status": without(sound, "status"),
        "switched off": changed(sound, "status", { isEnabled: false }),
        "nowhere to deliver": without(sound, "delivery"),
        "a role of ours": changed(sound, "recorder", { roleArn: ref("other-role", "arn") }),
        "an aggregator of some regions": aggregator(),
    },
    undecidable: {
        "types that nobody knows yet": changed(sound, "recorder", {
            recordingGroup: ref("role", "anything"),
        }),
    },
};
