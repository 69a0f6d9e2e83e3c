/** What a resource is to the network. Tokens that the provider keeps as aliases are one kind. */
export type ResourceKind =
    | "vpc"
    | "vpcCidrAssociation"
    | "subnet"
    | "routeTable"
    | "route"
    | "routeTableAssociation"
    | "mainRouteTableAssociation"
    | "virtualPrivateGatewayPropagation"
    | "networkAcl"
    | "networkAclRule"
    | "networkAclAssociation"
    | "securityGroup"
    | "securityGroupRule"
    | "securityGroupIngressRule"
    | "securityGroupEgressRule"
    | "prefixList"
    | "prefixListEntry"
    | "internetGateway"
    | "internetGatewayAttachment"
    | "egressOnlyInternetGateway"
    | "natGateway"
    | "virtualPrivateGateway"
    | "carrierGateway"
    | "localGateway"
    | "coreNetwork"
    | "vpcPeeringConnection"
    | "vpcPeeringConnectionAccepter"
    | "vpcEndpoint"
    | "vpcEndpointRouteTableAssociation"
    | "vpcEndpointSubnetAssociation"
    | "vpcEndpointSecurityGroupAssociation"
    | "networkInterface"
    | "networkInterfaceAttachment"
    | "networkInterfaceSecurityGroupAttachment"
    | "instance"
    | "launchTemplate"
    | "launchConfiguration"
    | "autoScalingGroup"
    | "autoScalingAttachment"
    | "trafficSourceAttachment"
    | "elasticAddress"
    | "elasticAddressAssociation"
    | "loadBalancer"
    | "classicLoadBalancer"
    | "classicLoadBalancerAttachment"
    | "listener"
    | "listenerRule"
    | "targetGroup"
    | "targetGroupAttachment"
    | "lambdaFunction"
    | "containerService"
    | "subnetGroup"
    | "databaseCluster"
    | "databaseClusterInstance"
    | "kubernetesCluster"
    | "transitGateway"
    | "transitGatewayVpcAttachment"
    | "transitGatewayVpcAttachmentAccepter"
    | "transitGatewayPeeringAttachment"
    | "transitGatewayPeeringAttachmentAccepter"
    | "transitGatewayConnect"
    | "transitGatewayRouteTable"
    | "transitGatewayRoute"
    | "transitGatewayPrefixListReference"
    | "transitGatewayRouteTableAssociation"
    | "transitGatewayRouteTablePropagation"
    | "transitGatewayDefaultAssociation"
    | "transitGatewayDefaultPropagation"
    | "vpnConnection"
    | "directConnectAssociation"
    | "blockPublicAccessOptions"
    | "blockPublicAccessExclusion";

const tokensOf: { readonly [kind in ResourceKind]: readonly string[] } = {
    vpc: ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
    vpcCidrAssociation: [
        "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
        "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation",
    ],
    subnet: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
    routeTable: ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
    route: ["aws:ec2/route:Route"],
    routeTableAssociation: ["aws:ec2/routeTableAssociation:RouteTableAssociation"],
    mainRouteTableAssociation: ["aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation"],
    virtualPrivateGatewayPropagation: ["aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation"],
    networkAcl: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
    networkAclRule: ["aws:ec2/networkAclRule:NetworkAclRule"],
    networkAclAssociation: ["aws:ec2/networkAclAssociation:NetworkAclAssociation"],
    securityGroup: [
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    ],
    securityGroupRule: ["aws:ec2/securityGroupRule:SecurityGroupRule"],
    securityGroupIngressRule: ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
    securityGroupEgressRule: ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"],
    prefixList: ["aws:ec2/managedPrefixList:ManagedPrefixList"],
    prefixListEntry: ["aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"],
    internetGateway: ["aws:ec2/internetGateway:InternetGateway"],
    internetGatewayAttachment: ["aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"],
    egressOnlyInternetGateway: ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"],
    natGateway: ["aws:ec2/natGateway:NatGateway"],
    virtualPrivateGateway: ["aws:ec2/vpnGateway:VpnGateway"],
    carrierGateway: ["aws:ec2/carrierGateway:CarrierGateway"],
    localGateway: [],
    coreNetwork: ["aws:networkmanager/coreNetwork:CoreNetwork"],
    vpcPeeringConnection: ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"],
    vpcPeeringConnectionAccepter: ["aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter"],
    vpcEndpoint: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
    vpcEndpointRouteTableAssociation: [
        "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
    ],
    vpcEndpointSubnetAssociation: ["aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation"],
    vpcEndpointSecurityGroupAssociation: ["aws:ec2/securityGroupAssociation:SecurityGroupAssociation"],
    networkInterface: ["aws:ec2/networkInterface:NetworkInterface"],
    networkInterfaceAttachment: ["aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment"],
    networkInterfaceSecurityGroupAttachment: [
        "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment",
    ],
    instance: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
    launchTemplate: ["aws:ec2/launchTemplate:LaunchTemplate"],
    launchConfiguration: ["aws:ec2/launchConfiguration:LaunchConfiguration"],
    autoScalingGroup: ["aws:autoscaling/group:Group"],
    autoScalingAttachment: ["aws:autoscaling/attachment:Attachment"],
    trafficSourceAttachment: ["aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment"],
    elasticAddress: ["aws:ec2/eip:Eip"],
    elasticAddressAssociation: ["aws:ec2/eipAssociation:EipAssociation"],
    loadBalancer: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
    classicLoadBalancer: ["aws:elb/loadBalancer:LoadBalancer"],
    classicLoadBalancerAttachment: ["aws:elb/attachment:Attachment"],
    listener: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
    listenerRule: ["aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule"],
    targetGroup: ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"],
    targetGroupAttachment: [
        "aws:lb/targetGroupAttachment:TargetGroupAttachment",
        "aws:alb/targetGroupAttachment:TargetGroupAttachment",
    ],
    lambdaFunction: ["aws:lambda/function:Function"],
    containerService: ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"],
    subnetGroup: [
        "aws:rds/subnetGroup:SubnetGroup",
        "aws:docdb/subnetGroup:SubnetGroup",
        "aws:neptune/subnetGroup:SubnetGroup",
        "aws:elasticache/subnetGroup:SubnetGroup",
        "aws:memorydb/subnetGroup:SubnetGroup",
        "aws:redshift/subnetGroup:SubnetGroup",
        "aws:dax/subnetGroup:SubnetGroup",
        "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
    ],
    databaseCluster: ["aws:rds/cluster:Cluster", "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster"],
    databaseClusterInstance: [
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:docdb/clusterInstance:ClusterInstance",
        "aws:neptune/clusterInstance:ClusterInstance",
    ],
    kubernetesCluster: ["aws:eks/cluster:Cluster"],
    transitGateway: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
    transitGatewayVpcAttachment: ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"],
    transitGatewayVpcAttachmentAccepter: [
        "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
    ],
    transitGatewayPeeringAttachment: ["aws:ec2transitgateway/peeringAttachment:PeeringAttachment"],
    transitGatewayPeeringAttachmentAccepter: [
        "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter",
    ],
    transitGatewayConnect: ["aws:ec2transitgateway/connect:Connect"],
    transitGatewayRouteTable: ["aws:ec2transitgateway/routeTable:RouteTable"],
    transitGatewayRoute: ["aws:ec2transitgateway/route:Route"],
    transitGatewayPrefixListReference: ["aws:ec2transitgateway/prefixListReference:PrefixListReference"],
    transitGatewayRouteTableAssociation: [
        "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
    ],
    transitGatewayRouteTablePropagation: [
        "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
    ],
    transitGatewayDefaultAssociation: [
        "aws:ec2transitgateway/defaultRouteTableAssociation:DefaultRouteTableAssociation",
    ],
    transitGatewayDefaultPropagation: [
        "aws:ec2transitgateway/defaultRouteTablePropagation:DefaultRouteTablePropagation",
    ],
    vpnConnection: ["aws:ec2/vpnConnection:VpnConnection"],
    directConnectAssociation: ["aws:directconnect/gatewayAssociation:GatewayAssociation"],
    blockPublicAccessOptions: ["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"],
    blockPublicAccessExclusion: ["aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion"],
};

const kindByToken = new Map<string, ResourceKind>(
    (Object.entries(tokensOf) as [ResourceKind, readonly string[]][]).flatMap(([kind, tokens]) =>
        tokens
            .flatMap((token) => [token, ...underFormerModules(token)])
            .map((token): [string, ResourceKind] => [token, kind]),
    ),
);

/** Load balancers were in other modules once, and @pulumi/aws still registers some of them there. */
function underFormerModules(token: string): string[] {
    const former: { readonly [module: string]: readonly string[] } = {
        "aws:lb/": ["aws:applicationloadbalancing/", "aws:elasticloadbalancingv2/"],
        "aws:elb/": ["aws:elasticloadbalancing/"],
    };
    return Object.entries(former)
        .filter(([module]) => token.startsWith(module))
        .flatMap(([module, names]) => names.map((name) => token.replace(module, name)));
}

/** What the resource is to the network; undefined for types the model gives no meaning of their own. */
export const kindOfType = (type: string): ResourceKind | undefined => kindByToken.get(type);

/** Tokens of what AWS makes with each VPC and a resource only takes over. */
export const adoptedTypes = {
    vpc: "aws:ec2/defaultVpc:DefaultVpc",
    subnet: "aws:ec2/defaultSubnet:DefaultSubnet",
    securityGroup: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    routeTable: "aws:ec2/defaultRouteTable:DefaultRouteTable",
    networkAcl: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
} as const;

const kindByIdPrefix: { readonly [prefix: string]: ResourceKind } = {
    vpc: "vpc",
    subnet: "subnet",
    rtb: "routeTable",
    acl: "networkAcl",
    sg: "securityGroup",
    pl: "prefixList",
    igw: "internetGateway",
    eigw: "egressOnlyInternetGateway",
    nat: "natGateway",
    vgw: "virtualPrivateGateway",
    cagw: "carrierGateway",
    lgw: "localGateway",
    pcx: "vpcPeeringConnection",
    vpce: "vpcEndpoint",
    eni: "networkInterface",
    i: "instance",
    lt: "launchTemplate",
    tgw: "transitGateway",
};

/** What AWS's own id tells about the thing it names. */
export const kindOfId = (id: string): ResourceKind | undefined =>
    kindByIdPrefix[/^([a-z]+)-[^/:]+$/.exec(id)?.[1] ?? ""];
