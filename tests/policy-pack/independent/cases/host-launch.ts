import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

const instance = aws("ec2:Instance");
const template = aws("ec2:LaunchTemplate");
const configuration = aws("ec2:LaunchConfiguration");
const fleet = aws("autoscaling:Group");

type Options = { readonly [option: string]: SpecimenValue };

const options = (make: typeof instance, metadataOptions?: Options): readonly SpecimenResource[] => [
    make({ instanceType: "t3.small", ...(metadataOptions === undefined ? {} : { metadataOptions }) }),
];

/** A fleet or an instance, and the template it starts from. */
const startedFrom = (user: string, metadataOptions?: Options): readonly SpecimenResource[] => [
    template({ instanceType: "t3.small", metadataOptions }, "template"),
    aws(user)({ launchTemplate: { id: ref("template"), version: "$Latest" }, maxSize: 2, minSize: 1 }),
];

const fleetOf = (metadataOptions?: Options): readonly SpecimenResource[] => [
    configuration({ imageId: "ami-123456", instanceType: "t3.small", metadataOptions }, "configuration"),
    fleet({ launchConfiguration: ref("configuration", "name"), maxSize: 2, minSize: 1 }),
];

const required = { httpTokens: "required" };
const optional = { httpTokens: "optional" };
const user = { ami: "ami-005e54dee72cc1d00", instanceType: "t2.micro" };
const zones = { maxSize: 2, minSize: 1 };

export const hostLaunch: readonly Fixture[] = [
    from("checkov", "CKV_AWS_79", {
        pass: {
            "metadata off": options(instance, { httpEndpoint: "disabled" }),
            "tokens, on an instance": options(instance, required),
            "tokens, in a configuration": options(configuration, { httpEndpoint: "enabled", ...required }),
            "tokens, in a template": options(template, required),
            "tokens, in a spot request": options(aws("ec2:SpotInstanceRequest"), required),
        },
        fail: {
            "empty options": options(instance, {}),
            "no options": options(instance),
            "optional tokens": options(instance, {
                httpEndpoint: "enabled",
                httpPutResponseHopLimit: 1,
                ...optional,
            }),
            "optional tokens, in a configuration": options(configuration, optional),
            "optional tokens, in a template": options(template, optional),
            "no tokens, in a template": options(template, { httpEndpoint: "enabled" }),
        },
    }),
    from("cdk-nag", "EC2IMDSv2Enabled", {
        pass: {
            "tokens by the instance's template": startedFrom("ec2:Instance", required),
            "tokens by the fleet's template": startedFrom("autoscaling:Group", required),
            "tokens by the fleet's configuration": fleetOf(required),
        },
        fail: {
            "optional tokens by the instance's template": startedFrom("ec2:Instance", optional),
            "an instance's template that says nothing": startedFrom("ec2:Instance"),
            "optional tokens by the fleet's template": startedFrom("autoscaling:Group", optional),
            "a fleet's template that says nothing": startedFrom("autoscaling:Group"),
            "optional tokens by the fleet's configuration": fleetOf(optional),
            "a fleet's configuration that says nothing": fleetOf(),
        },
    }),
    from("trivy", "AWS-0028", {
        pass: { tokens: options(instance, required) },
        fail: { none: options(instance) },
    }),
    from("trivy", "AWS-0130", {
        pass: { tokens: options(template, required) },
        fail: { none: options(template) },
    }),
    from("checkov", "CKV_AWS_341", {
        pass: {
            "one hop": options(configuration, { httpPutResponseHopLimit: 1 }),
            "one hop, in a template": options(template, { ...required, httpPutResponseHopLimit: 1 }),
            "nothing said": options(configuration),
            "nothing said of hops": options(template, { httpEndpoint: "enabled", ...required }),
        },
        fail: {
            "two hops": options(configuration, { httpPutResponseHopLimit: 2 }),
            "two hops, in a template": options(template, { ...required, httpPutResponseHopLimit: 2 }),
            "two hops, as a text": options(instance, { ...required, httpPutResponseHopLimit: "2" }),
        },
    }),
    from("checkov", "CKV2_AWS_41", {
        pass: { "a profile by its name": [instance({ ...user, iamInstanceProfile: "test" })] },
        fail: { none: [instance(user)] },
    }),
    from("cdk-nag", "EC2InstanceProfileAttached", {
        pass: {
            "a profile of this stack": [
                aws("iam:InstanceProfile")({ role: "role" }, "profile"),
                instance({ ...user, iamInstanceProfile: ref("profile", "name") }),
            ],
            "a profile by the template": [
                template({ iamInstanceProfile: { name: "test" } }, "template"),
                instance({ launchTemplate: { id: ref("template") } }),
            ],
        },
        fail: { "nothing said": [instance({})] },
    }),
    from("cdk-nag", "EC2InstanceTerminationProtection", {
        pass: { protected: [instance({ ...user, disableApiTermination: true })] },
        fail: {
            "nothing said": [instance(user)],
            "not protected": [instance({ ...user, disableApiTermination: false })],
        },
    }),
    from("checkov", "CKV_AWS_315", {
        about: /launchConfiguration|launchTemplate/,
        pass: {
            "a template": [fleet({ ...zones, launchTemplate: { id: "lt-1", version: "1" } })],
            "a mixed policy": [
                fleet({
                    ...zones,
                    mixedInstancesPolicy: {
                        launchTemplate: {
                            launchTemplateSpecification: { launchTemplateId: "lt-1" },
                            overrides: [{ instanceType: "c4.large", weightedCapacity: "3" }],
                        },
                    },
                }),
            ],
        },
        fail: { "a configuration": [fleet({ ...zones, launchConfiguration: "foobar" })] },
    }),
    from("prowler", "ec2_instance_uses_single_eni", {
        pass: {
            "one interface": [
                instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] }),
            ],
        },
        fail: {
            "two interfaces": [
                instance({
                    networkInterfaces: [
                        { deviceIndex: 0, networkInterfaceId: "eni-1" },
                        { deviceIndex: 1, networkInterfaceId: "eni-2" },
                    ],
                }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_126", {
        pass: {
            detailed: [instance({ ...user, monitoring: true })],
            "detailed, in a template": [template({ monitoring: { enabled: true } })],
        },
        fail: {
            "nothing said": [instance(user)],
            basic: [instance({ ...user, monitoring: false })],
            "basic, in a template": [template({ monitoring: { enabled: false } })],
        },
    }),
    from("cdk-nag", "EC2InstanceDetailedMonitoringEnabled", {
        pass: {
            detailed: [instance({ ...user, monitoring: true })],
            "a configuration, which is detailed by default": [configuration({ imageId: "ami-1" })],
        },
        fail: {
            "nothing said": [instance(user)],
            "a basic configuration": [configuration({ imageId: "ami-1", enableMonitoring: false })],
        },
    }),
];
