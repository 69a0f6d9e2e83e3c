import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref } from "../../support/specimen";

const subnet = aws("ec2:Subnet");
const instance = aws("ec2:Instance");
const template = aws("ec2:LaunchTemplate");
const configuration = aws("ec2:LaunchConfiguration");
const launched = { ami: "ami-12345", instanceType: "t3.micro" };
const image = { imageId: "ami-12345", instanceType: "t3.micro" };
const place = { vpcId: "vpc-12345", cidrBlock: "10.0.1.0/24" };

export const subnetsAndHosts: readonly Fixture[] = [
    from("checkov", "CKV_AWS_130", {
        pass: {
            "no public addresses, by default": [subnet(place)],
            "no public addresses, as said": [subnet({ ...place, mapPublicIpOnLaunch: false })],
        },
        fail: {
            "public addresses": [subnet({ ...place, mapPublicIpOnLaunch: true })],
            "public addresses, as a text": [subnet({ ...place, mapPublicIpOnLaunch: "true" })],
            "a default subnet, which gives them": [
                aws("ec2:DefaultSubnet")({ availabilityZone: "us-east-1a" }),
            ],
        },
    }),
    from("cdk-nag", "VPCSubnetAutoAssignPublicIpDisabled", {
        pass: { "nothing said": [subnet(place)] },
        fail: { "public addresses": [subnet({ ...place, mapPublicIpOnLaunch: true })] },
        disputed: {
            "IPv6 addresses": {
                theirs: "fail",
                because: "EC2.15 is about IPv4: who reaches an IPv6 address is decided by routes and groups",
                resources: [subnet({ ...place, assignIpv6AddressOnCreation: true })],
            },
        },
    }),
    from("trivy", "AWS-0164", {
        pass: { "no public addresses": [subnet({ ...place, mapPublicIpOnLaunch: false })] },
        fail: { "public addresses": [subnet({ ...place, mapPublicIpOnLaunch: true })] },
    }),
    from("checkov", "CKV_AWS_88", {
        pass: {
            "an instance that says no": [
                instance({ ...launched, subnetId: "subnet-1", associatePublicIpAddress: false }),
            ],
            "an instance that says nothing": [instance(launched)],
            "a template that says nothing": [template(image)],
            "a template that says no": [
                template({ ...image, networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
            ],
            "an instance in a subnet that gives none": [
                subnet(place, "closed"),
                instance({ ...launched, subnetId: ref("closed") }),
            ],
        },
        fail: {
            "an instance that asks for one": [instance({ ...launched, associatePublicIpAddress: true })],
            "a template that asks for one": [
                template({ ...image, networkInterfaces: [{ associatePublicIpAddress: "true" }] }),
            ],
            "an instance in a subnet that gives one": [
                subnet({ ...place, mapPublicIpOnLaunch: true }, "open"),
                instance({ ...launched, subnetId: ref("open") }),
            ],
        },
    }),
    from("cdk-nag", "EC2InstanceNoPublicIp", {
        pass: {
            "an instance that says no": [
                instance({ ...launched, subnetId: "subnet-1", associatePublicIpAddress: false }),
            ],
        },
        fail: {
            "an instance that asks for one": [
                instance({ ...launched, subnetId: "subnet-1", associatePublicIpAddress: true }),
            ],
            "a spot request that asks for one": [
                aws("ec2:SpotInstanceRequest")({ ...launched, associatePublicIpAddress: true }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_389", {
        pass: {
            "a configuration that says no": [configuration({ ...image, associatePublicIpAddress: false })],
        },
        fail: {
            "a configuration that asks for one": [
                configuration({ ...image, associatePublicIpAddress: true }),
            ],
        },
    }),
    from("cdk-nag", "AutoScalingLaunchConfigPublicIpDisabled", {
        pass: {
            "a configuration that says no": [configuration({ ...image, associatePublicIpAddress: false })],
        },
        fail: {
            "a configuration that asks for one": [
                configuration({ ...image, associatePublicIpAddress: true }),
            ],
        },
        disputed: {
            "a configuration that says nothing": {
                theirs: "fail",
                because: "AutoScaling.5 fails what asks for one; else the subnet decides, and is judged",
                resources: [configuration(image)],
            },
        },
    }),
    from("trivy", "AWS-0009", {
        pass: {
            "a configuration that says no": [configuration({ ...image, associatePublicIpAddress: false })],
        },
        fail: {
            "an instance that asks for one": [instance({ ...launched, associatePublicIpAddress: true })],
        },
    }),
    from("checkov", "CKV_AWS_148", {
        pass: { "a VPC of one's own": [aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" })] },
        fail: { "the default VPC": [aws("ec2:DefaultVpc")({})] },
    }),
    from("trivy", "AWS-0101", {
        fail: { "the default VPC": [aws("ec2:DefaultVpc")({ tags: { Name: "x" } })] },
    }),
    from("cdk-nag", "EC2InstancesInVPC", {
        pass: { "an instance with a subnet": [instance({ ...launched, subnetId: "subnet-1" })] },
        fail: { "an instance without one": [instance({ ami: "ami-1" })] },
    }),
    from("fsbp", "EC2.180", {
        pass: { "an interface that checks": [aws("ec2:NetworkInterface")({ subnetId: "subnet-1" })] },
        fail: {
            "an interface that does not": [
                aws("ec2:NetworkInterface")({ subnetId: "subnet-1", sourceDestCheck: false }),
            ],
            "an instance that does not": [instance({ ...launched, sourceDestCheck: false })],
        },
    }),
];
