import type { Conversion, Conversions } from "./conversion";
import { defined, type Properties, type Reader } from "./reader";

const protocolNumber = (protocol: unknown): unknown => {
    const known: { readonly [name: string]: number } = { all: -1, tcp: 6, udp: 17, icmp: 1 };
    return typeof protocol === "string" ? (known[protocol] ?? Number(protocol)) : protocol;
};

const groupRule = (direction: "Ingress" | "Egress"): Conversion => ({
    type: `AWS::EC2::SecurityGroup${direction}`,
    properties: (rule) => ({
        ...rule.same("ipProtocol", "fromPort", "toPort", "description"),
        ...rule.named({
            GroupId: "securityGroupId",
            CidrIp: "cidrIpv4",
            CidrIpv6: "cidrIpv6",
            [direction === "Ingress" ? "SourceSecurityGroupId" : "DestinationSecurityGroupId"]:
                "referencedSecurityGroupId",
            [direction === "Ingress" ? "SourcePrefixListId" : "DestinationPrefixListId"]: "prefixListId",
        }),
    }),
});

/** A rule of the old type, which in templates is of a type by direction. */
const legacyRule: Conversion = {
    type: "AWS::EC2::SecurityGroupIngress",
    properties: (rule) => ({
        ...rule.same("fromPort", "toPort", "description"),
        ...rule.named({
            GroupId: "securityGroupId",
            CidrIp: "cidrBlocks.0",
            CidrIpv6: "ipv6CidrBlocks.0",
        }),
        IpProtocol: rule.get("protocol") === "all" ? "-1" : rule.get("protocol"),
    }),
};

const inlineRules = (group: Reader, property: "ingress" | "egress"): readonly Properties[] =>
    group.blocks(property).flatMap((rule) => {
        const { Protocol: IpProtocol, FromPort, ToPort, Description, CidrBlocks, Ipv6CidrBlocks } = rule;
        const common = defined({ IpProtocol, FromPort, ToPort, Description });
        return [
            ...((CidrBlocks ?? []) as readonly string[]).map((CidrIp) => ({ ...common, CidrIp })),
            ...((Ipv6CidrBlocks ?? []) as readonly string[]).map((CidrIpv6) => ({ ...common, CidrIpv6 })),
        ];
    });

export const networkConversions: Conversions = {
    "aws:ec2/vpc:Vpc": {
        type: "AWS::EC2::VPC",
        properties: (vpc) => vpc.same("cidrBlock", "enableDnsHostnames", "enableDnsSupport"),
    },
    "aws:ec2/subnet:Subnet": {
        type: "AWS::EC2::Subnet",
        properties: (subnet) =>
            subnet.same(
                "vpcId",
                "cidrBlock",
                "availabilityZone",
                "availabilityZoneId",
                "mapPublicIpOnLaunch",
            ),
    },
    "aws:ec2/internetGateway:InternetGateway": {
        type: "AWS::EC2::InternetGateway",
        properties: () => ({}),
    },
    "aws:ec2/routeTable:RouteTable": {
        type: "AWS::EC2::RouteTable",
        properties: (table) => table.same("vpcId"),
    },
    "aws:ec2/route:Route": {
        type: "AWS::EC2::Route",
        properties: (route) =>
            route.same(
                ...["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "gatewayId"],
                ...["natGatewayId", "networkInterfaceId", "transitGatewayId"],
            ),
    },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": {
        type: "AWS::EC2::SubnetRouteTableAssociation",
        properties: (association) => association.same("routeTableId", "subnetId"),
    },
    "aws:ec2/eip:Eip": { type: "AWS::EC2::EIP", properties: (address) => address.same("domain") },
    "aws:ec2/natGateway:NatGateway": {
        type: "AWS::EC2::NatGateway",
        properties: (gateway) => gateway.same("allocationId", "connectivityType", "subnetId"),
    },
    "aws:ec2/networkAcl:NetworkAcl": {
        type: "AWS::EC2::NetworkAcl",
        properties: (acl) => acl.same("vpcId"),
    },
    "aws:ec2/networkAclRule:NetworkAclRule": {
        type: "AWS::EC2::NetworkAclEntry",
        properties: (entry) => ({
            ...entry.same("networkAclId", "ruleNumber", "ruleAction", "egress", "cidrBlock", "ipv6CidrBlock"),
            Protocol: protocolNumber(entry.get("protocol")),
            ...(entry.get("fromPort") === undefined
                ? {}
                : { PortRange: entry.named({ From: "fromPort", To: "toPort" }) }),
            ...(entry.get("icmpType") === undefined
                ? {}
                : { Icmp: entry.named({ Type: "icmpType", Code: "icmpCode" }) }),
        }),
    },
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
        type: "AWS::EC2::SubnetNetworkAclAssociation",
        properties: (association) => association.same("networkAclId", "subnetId"),
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        type: "AWS::EC2::SecurityGroup",
        properties: (group) => ({
            ...group.named({ GroupDescription: "description", GroupName: "name", VpcId: "vpcId" }),
            SecurityGroupIngress: inlineRules(group, "ingress"),
            SecurityGroupEgress: inlineRules(group, "egress"),
        }),
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": groupRule("Ingress"),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": groupRule("Egress"),
    "aws:ec2/securityGroupRule:SecurityGroupRule": legacyRule,
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        type: "AWS::EC2::VPCEndpoint",
        properties: (endpoint) => ({
            ...endpoint.same(
                ...["vpcId", "serviceName", "vpcEndpointType", "privateDnsEnabled"],
                ...["subnetIds", "securityGroupIds"],
            ),
            ...defined({ PolicyDocument: endpoint.document("policy") }),
        }),
    },
    "aws:ec2/flowLog:FlowLog": {
        type: "AWS::EC2::FlowLog",
        properties: (log) => ({
            ResourceType: "VPC",
            ...log.same("trafficType", "logDestination", "logDestinationType", "maxAggregationInterval"),
            ...log.named({ ResourceId: "vpcId" }),
        }),
    },
};
