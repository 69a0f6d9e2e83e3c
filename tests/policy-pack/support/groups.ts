import { resource, ref, type SpecimenResource } from "./specimen";
import { types } from "./resource-types";

const vpc = resource(
    types.vpc,
    "vpc",
    { cidrBlock: "10.0.0.0/16" },
    { defaultSecurityGroupId: "sg-default" },
);

/** A group with these rules inline, as one resource writes them. */
export const inline = (...rules: readonly SpecimenResource["inputs"][]): readonly SpecimenResource[] => [
    vpc,
    resource(types.securityGroup, "web-sg", {
        vpcId: ref("vpc"),
        description: "Web servers",
        ingress: rules.map((rule) => ({ protocol: "tcp", description: "Clients", ...rule })),
    }),
];

/** A group with these rules as resources of their own. */
export const standalone = (...rules: readonly SpecimenResource["inputs"][]): readonly SpecimenResource[] => [
    vpc,
    resource(types.securityGroup, "web-sg", { vpcId: ref("vpc"), description: "Web servers" }),
    resource(types.securityGroup, "bastion-sg", { vpcId: ref("vpc"), description: "Bastion" }),
    ...rules.map((rule, i) =>
        resource(types.ingressRule, `rule-${i}`, {
            securityGroupId: ref("web-sg"),
            ipProtocol: "tcp",
            description: "Clients",
            ...rule,
        }),
    ),
];

/** A group with these rules by the older resource. */
export const legacy = (...rules: readonly SpecimenResource["inputs"][]): readonly SpecimenResource[] => [
    vpc,
    resource(types.securityGroup, "web-sg", { vpcId: ref("vpc"), description: "Web servers" }),
    ...rules.map((rule, i) =>
        resource(types.legacyRule, `rule-${i}`, {
            securityGroupId: ref("web-sg"),
            type: "ingress",
            protocol: "tcp",
            ...rule,
        }),
    ),
];

/** From one port to another. */
export const ports = (fromPort: number, toPort: number = fromPort) => ({ fromPort, toPort });

export const everybody = { cidrIpv4: "0.0.0.0/0" };

/** A group that lets these rules out. */
export const sending = (
    name: string,
    ...rules: readonly SpecimenResource["inputs"][]
): readonly SpecimenResource[] => [
    vpc,
    resource(types.securityGroup, name, { vpcId: ref("vpc"), description: "Members" }),
    ...rules.map((rule, i) =>
        resource(types.egressRule, `way-out-${i}`, {
            securityGroupId: ref(name),
            ipProtocol: "tcp",
            description: "Servers",
            ...rule,
        }),
    ),
];
