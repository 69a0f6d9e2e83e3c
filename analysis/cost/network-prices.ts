import { isUnknown, type PropertyValue, type ResourceRecord } from "../model/resource-record";
import { byUse, hourly, perMonth, type Pricer, type PricingContext } from "./charge";

/** How many elements a list property has; known even where the elements are not. */
export const lengthOf = (value: PropertyValue): number | undefined =>
    Array.isArray(value) ? value.length : undefined;

const natGateway: Pricer = (record, context) => {
    const { prices, usage } = context;
    const zones = lengthOf(record.properties.availabilityZoneAddresses) ?? 1;
    return [
        hourly("NAT gateway", zones, prices.natGatewayHour, context),
        byUse("NAT gateway, data", usage.natGatewayGb * zones, "GB", prices.natGatewayGb),
    ];
};

const elasticAddress: Pricer = (_record, context) => [
    hourly("public IPv4 address", 1, context.everywhere.publicIpv4Hour, context),
];

const endpoint: Pricer = (record, context) => {
    const { prices, usage } = context;
    const type = record.properties.vpcEndpointType ?? "Gateway";
    if (isUnknown(type)) {
        return { unpriced: "its vpcEndpointType is not known" };
    }
    if (type === "Gateway") {
        return [];
    }
    const zones = lengthOf(record.properties.subnetIds) ?? 1;
    const hour =
        type === "GatewayLoadBalancer" ? prices.gatewayLoadBalancerEndpointHour : prices.endpointHour;
    return [
        hourly(`interface endpoint, ${zones === 1 ? "1 zone" : `${zones} zones`}`, zones, hour, context),
        byUse("interface endpoint, data", usage.endpointGb, "GB", prices.endpointGb),
    ];
};

const loadBalancer: Pricer = (record, context) => {
    const { prices, usage, everywhere } = context;
    const type = record.properties.loadBalancerType ?? "application";
    const [label, hour, unit] =
        type === "network"
            ? ["network load balancer", prices.networkLoadBalancerHour, prices.networkLoadBalancerUnitHour]
            : type === "gateway"
              ? ["gateway load balancer", prices.gatewayLoadBalancerHour, prices.gatewayLoadBalancerUnitHour]
              : ([
                    "application load balancer",
                    prices.applicationLoadBalancerHour,
                    prices.applicationLoadBalancerUnitHour,
                ] as const);
    return [
        hourly(label, 1, hour, context),
        byUse(`${label}, capacity units`, usage.loadBalancerUnits * context.hours, "unit h", unit),
        ...(record.properties.internal === true || type === "gateway"
            ? []
            : [hourly("public IPv4 address", zonesOf(record), everywhere.publicIpv4Hour, context)]),
    ];
};

/** A load balancer on the internet has an address of its own in each subnet, unless it is given one. */
const zonesOf = (record: ResourceRecord): number =>
    lengthOf(record.properties.subnets) ?? lengthOf(record.properties.subnetMappings) ?? 1;

const classicLoadBalancer: Pricer = (_record, context) => [
    hourly("classic load balancer", 1, context.prices.classicLoadBalancerHour, context),
];

const transitGatewayAttachment: Pricer = (_record, context) => [
    hourly("transit gateway attachment", 1, context.prices.transitGatewayAttachmentHour, context),
    byUse("transit gateway, data", context.usage.transitGatewayGb, "GB", context.prices.transitGatewayGb),
];

const vpnConnection: Pricer = (_record, context) => [
    hourly("VPN connection", 1, context.prices.vpnConnectionHour, context),
];

const clientVpnAssociation: Pricer = (_record, context) => [
    hourly("client VPN association", 1, context.prices.clientVpnAssociationHour, context),
];

const networkFirewall: Pricer = (record, context) => [
    hourly(
        "network firewall endpoint",
        lengthOf(record.properties.subnetMappings) ?? 1,
        context.prices.networkFirewallHour,
        context,
    ),
];

const flowLog: Pricer = (record, { prices, usage }) =>
    record.properties.logDestinationType === "s3"
        ? [byUse("flow logs to S3", usage.flowLogGb, "GB", prices.flowLogToBucketGb)]
        : [byUse("flow logs to CloudWatch", usage.flowLogGb, "GB", prices.logIngestGb)];

const hostedZone: Pricer = (_record, { everywhere }) => [
    perMonth("hosted zone", 1, everywhere.hostedZoneMonth),
];

const webAcl: Pricer = (record, { everywhere }: PricingContext) => [
    perMonth("web ACL", 1, everywhere.webAclMonth),
    perMonth(
        "web ACL rules",
        lengthOf(record.properties.rules) ?? 0,
        everywhere.webAclRuleMonth,
        "rule month",
    ),
];

export const networkPrices: { readonly [type: string]: Pricer } = {
    "aws:ec2/natGateway:NatGateway": natGateway,
    "aws:ec2/eip:Eip": elasticAddress,
    "aws:ec2/vpcEndpoint:VpcEndpoint": endpoint,
    "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:alb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:elb/loadBalancer:LoadBalancer": classicLoadBalancer,
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": transitGatewayAttachment,
    "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": transitGatewayAttachment,
    "aws:ec2/vpnConnection:VpnConnection": vpnConnection,
    "aws:ec2clientvpn/networkAssociation:NetworkAssociation": clientVpnAssociation,
    "aws:networkfirewall/firewall:Firewall": networkFirewall,
    "aws:ec2/flowLog:FlowLog": flowLog,
    "aws:route53/zone:Zone": hostedZone,
    "aws:wafv2/webAcl:WebAcl": webAcl,
};
