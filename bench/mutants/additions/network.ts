import type { Addition } from "./addition";

export const networkAdditions: readonly Addition[] = [
    {
        change: "the default VPC",
        type: "aws:ec2/defaultVpc:DefaultVpc",
        inputs: () => ({}),
        expected: ["no-default-vpc"],
    },
    {
        change: "a default subnet",
        type: "aws:ec2/defaultSubnet:DefaultSubnet",
        inputs: () => ({ availabilityZone: "us-east-1a" }),
        expected: ["no-default-vpc", "subnet-auto-public-ip"],
    },
    {
        change: "a group that nobody uses",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: ({ vpc }) => ({ vpcId: vpc, description: "For later" }),
        expected: ["sg-unused"],
    },
    {
        change: "a group in no VPC",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: () => ({ description: "For later" }),
        expected: ["no-default-vpc", "sg-unused"],
    },
    {
        change: "an ACL of no subnet",
        type: "aws:ec2/networkAcl:NetworkAcl",
        inputs: ({ vpc }) => ({ vpcId: vpc }),
        expected: ["nacl-attached"],
    },
    {
        change: "an address of nobody",
        type: "aws:ec2/eip:Eip",
        inputs: () => ({ domain: "vpc" }),
        expected: ["eip-usage"],
    },
    {
        change: "a subnet that hands out public addresses",
        type: "aws:ec2/subnet:Subnet",
        inputs: ({ vpc }) => ({
            vpcId: vpc,
            cidrBlock: "10.0.9.0/24",
            availabilityZoneId: "use1-az1",
            mapPublicIpOnLaunch: true,
        }),
        expected: ["subnet-auto-public-ip"],
    },
    {
        change: "a subnet over another one",
        type: "aws:ec2/subnet:Subnet",
        inputs: ({ vpc }) => ({ vpcId: vpc, cidrBlock: "10.0.1.128/25", availabilityZoneId: "use1-az1" }),
        expected: ["vpc-cidr-plan"],
    },
    {
        change: "a VPC of its own, without a flow log",
        type: "aws:ec2/vpc:Vpc",
        inputs: () => ({ cidrBlock: "10.9.0.0/16", enableDnsSupport: true, enableDnsHostnames: true }),
        expected: ["vpc-flow-logs", "default-sg-closed"],
    },
    {
        change: "a public VPC range",
        type: "aws:ec2/vpc:Vpc",
        inputs: () => ({ cidrBlock: "54.0.0.0/16" }),
        expected: ["vpc-cidr-plan"],
    },
    {
        change: "a peering that accepts itself from another account",
        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        inputs: ({ vpc }) => ({
            vpcId: vpc,
            peerVpcId: "vpc-0123456789abcdef0",
            peerOwnerId: "999988887777",
            autoAccept: true,
        }),
        expected: ["peering-options"],
    },
    {
        change: "a transit gateway open to all accounts",
        type: "aws:ec2transitgateway/transitGateway:TransitGateway",
        inputs: () => ({ autoAcceptSharedAttachments: "enable" }),
        expected: ["tgw-auto-accept"],
    },
    {
        change: "an endpoint service open to all",
        type: "aws:ec2/vpcEndpointService:VpcEndpointService",
        inputs: () => ({
            acceptanceRequired: false,
            networkLoadBalancerArns: [
                "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/x/1",
            ],
        }),
        expected: ["vpce-service-acceptance"],
    },
    {
        change: "a client VPN without logs",
        type: "aws:ec2clientvpn/endpoint:Endpoint",
        inputs: () => ({
            clientCidrBlock: "10.20.0.0/22",
            serverCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/x",
            connectionLogOptions: { enabled: false },
        }),
        expected: ["vpn-logging"],
    },
    {
        change: "a public load balancer without a firewall",
        type: "aws:lb/loadBalancer:LoadBalancer",
        inputs: ({ publicSubnet }) => ({
            loadBalancerType: "application",
            internal: false,
            subnets: [publicSubnet],
        }),
        expected: ["alb-waf", "lb-internal-default"],
    },
    {
        change: "a classic load balancer in the clear",
        type: "aws:elb/loadBalancer:LoadBalancer",
        inputs: ({ publicSubnet }) => ({
            subnets: [publicSubnet],
            listeners: [{ instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }],
        }),
        expected: ["lb-https", "lb-internal-default", "lb-access-logs"],
    },
];
