import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { document } from "../../../support/independent-policies/policy-statements";
import { inline, v4 } from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const vpc = aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16", enableDnsHostnames: true }, "vpc");
const inVpc = { vpcId: ref("vpc") };
const ownKey = "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012";

const logInto = (inputs: Stated) => [
    vpc,
    aws("cloudwatch:LogGroup")({ name: "flow", ...inputs }, "group"),
    aws("ec2:FlowLog")({
        ...inVpc,
        trafficType: "ALL",
        logDestination: ref("group", "arn"),
        iamRoleArn: "arn:aws:iam::111122223333:role/flow",
    }),
];

const endpoint = (inputs: Stated) => [
    vpc,
    aws("ec2:VpcEndpoint")({
        ...inVpc,
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        ...inputs,
    }),
];
const granting = (more: object = {}) =>
    document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...more });

const behind = (...ingress: readonly Stated[]) => [
    vpc,
    aws("ec2:SecurityGroup")({ ...inVpc, description: "Endpoints", ingress }, "endpoints"),
    aws("ec2:VpcEndpoint")({
        ...inVpc,
        serviceName: "com.amazonaws.us-east-1.ssm",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        securityGroupIds: [ref("endpoints")],
    }),
];

const peering = (inputs: Stated) => [
    aws("ec2:VpcPeeringConnection")({ vpcId: "vpc-1", peerVpcId: "vpc-2", ...inputs }),
];

const closedVpc = [
    vpc,
    aws("ec2:Subnet")({ ...inVpc, cidrBlock: "10.0.1.0/24" }, "inside"),
    aws("ec2:RouteTable")(inVpc, "table"),
    aws("ec2:RouteTableAssociation")({ subnetId: ref("inside"), routeTableId: ref("table") }, "followed"),
];
const bar = (internetGatewayBlockMode: string) =>
    aws("ec2:VpcBlockPublicAccessOptions")({ internetGatewayBlockMode }, "bar");

export const networkServices: readonly Fixture[] = [
    from("control", "flow-log-retention", {
        pass: {
            "kept and encrypted": logInto({ retentionInDays: 365, kmsKeyId: ownKey }),
            "kept for ever": logInto({ kmsKeyId: ownKey }),
        },
        fail: {
            "kept for a day": logInto({ retentionInDays: 1, kmsKeyId: ownKey }),
            "in the clear": logInto({ retentionInDays: 365 }),
        },
    }),
    from("prowler", "vpc_endpoint_connections_trust_boundaries", {
        pass: {
            "our organization": endpoint({
                policy: granting({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } } }),
            }),
            "one account": endpoint({
                policy: granting({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
            }),
        },
        fail: {
            everybody: endpoint({ policy: granting() }),
            "everybody of AWS": endpoint({ policy: granting({ Principal: { AWS: "*" } }) }),
            "no policy": endpoint({}),
        },
    }),
    from("control", "vpc-endpoint-sg", {
        pass: {
            "HTTPS from the VPC": behind(inline(443, 443, v4("10.0.0.0/16"))),
            "HTTPS from a group": behind(inline(443, 443, { securityGroups: ["sg-app"] })),
        },
        fail: {
            "HTTPS from everywhere": behind(inline(443, 443, v4("0.0.0.0/0"))),
            "another port": behind(inline(8443, 8443, v4("10.0.0.0/16"))),
            "the default group": endpoint({
                serviceName: "com.amazonaws.us-east-1.ssm",
                vpcEndpointType: "Interface",
            }),
        },
    }),
    from("control", "peering-options", {
        fail: {
            "accepted for another account": peering({ peerOwnerId: "444455556666", autoAccept: true }),
        },
    }),
    from("fsbp", "EC2.172", {
        pass: {
            "both ways": [...closedVpc, bar("block-bidirectional")],
            inwards: [...closedVpc, bar("block-ingress")],
        },
        fail: { nothing: closedVpc, off: [...closedVpc, bar("off")] },
    }),
];
