import { nameOf } from "../offline/urn";
import type { WrittenValue } from "../offline/written-inputs";
import type { ReportedResource } from "../report";

/** The few inputs that tell resources of a type apart, as one short text. */
export function detailOf({ type, inputs }: ReportedResource): string {
    const text = (property: string) => show(inputs[property]);
    return (details[type.split(":").at(-1) ?? ""]?.(text) ?? "").replace(/\s+/g, " ").trim();
}

/** A type as people write it: `ec2.Subnet` for `aws:ec2/subnet:Subnet`. */
export function shortType(type: string): string {
    const [packageName = "", module = "", name = ""] = type.split(":");
    const [folder = ""] = module.split("/");
    return packageName === "aws"
        ? folder === "index"
            ? name
            : `${folder}.${name}`
        : `${packageName}.${name}`;
}

/** A value in short: a reference is the name of what it refers to. */
export function show(value: WrittenValue | undefined): string {
    if (value === undefined || value === null) {
        return "";
    }
    if (typeof value !== "object") {
        return String(value);
    }
    if (Array.isArray(value)) {
        return value.map(show).join(", ");
    }
    if ("ref" in value) {
        return nameOf(String(value.ref));
    }
    if ("derived" in value) {
        return `from ${(value.refs as readonly string[]).map(nameOf).join(", ")}`;
    }
    return "unknown" in value ? "not known yet" : "";
}

type Text = (property: string) => string;

const ports = (text: Text): string => {
    const [first, last] = [text("fromPort"), text("toPort")];
    return first === last || last === "" ? first : `${first}-${last}`;
};

const protocol = (name: string): string => (name === "-1" ? "all" : name);

const rule =
    (direction: string) =>
    (text: Text): string =>
        `${protocol(text("ipProtocol"))} ${ports(text)} ${direction} ` +
        (text("referencedSecurityGroupId") || text("cidrIpv4") || text("cidrIpv6") || text("prefixListId"));

const routeTargets = [
    "gatewayId",
    "natGatewayId",
    "egressOnlyGatewayId",
    "transitGatewayId",
    "vpcPeeringConnectionId",
    "networkInterfaceId",
    "vpcEndpointId",
];

/** By the last part of a type's token, which few types of other packages share. */
const details: { readonly [type: string]: (text: Text) => string } = {
    Vpc: (text) => text("cidrBlock"),
    Subnet: (text) => `${text("cidrBlock")} ${text("availabilityZoneId") || text("availabilityZone")}`,
    Route: (text) =>
        `${text("destinationCidrBlock") || text("destinationIpv6CidrBlock") || text("destinationPrefixListId")} → ` +
        routeTargets.map(text).find((target) => target !== ""),
    SecurityGroupIngressRule: rule("from"),
    SecurityGroupEgressRule: rule("to"),
    NetworkAclRule: (text) =>
        `${text("egress") === "true" ? "out" : "in"} ${text("ruleNumber")} ${text("ruleAction")} ` +
        `${protocol(text("protocol"))} ${ports(text)} ${text("cidrBlock") || text("ipv6CidrBlock")}`,
    NatGateway: (text) => `in ${text("subnetId")}`,
    VpcEndpoint: (text) => `${text("serviceName").split(".").slice(3).join(".")} ${text("vpcEndpointType")}`,
    Instance: (text) => text("instanceType") || `${text("engine")} ${text("instanceClass")}`,
    LaunchTemplate: (text) => text("instanceType"),
    Group: (text) => (text("minSize") === "" ? "" : `${text("minSize")} to ${text("maxSize")} instances`),
    LoadBalancer: (text) =>
        `${text("internal") === "true" ? "internal" : "internet-facing"} ${text("loadBalancerType")}`,
    Listener: (text) => `${text("protocol")} ${text("port")}`,
    TargetGroup: (text) => `${text("protocol")} ${text("port")}`,
    FlowLog: (text) => text("trafficType"),
};
