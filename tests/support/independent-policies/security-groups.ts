import type { SpecimenResource, SpecimenValue } from "../../policy-pack/support/specimen";
import { aws } from "./tokens";

type Inputs = SpecimenResource["inputs"];

export const anywhere = "0.0.0.0/0";
export const anywhereIpv6 = "::/0";

/** A rule inside a group: ports, and whom it is for. */
export const inline = (
    fromPort: number | string,
    toPort: number | string,
    peers: Inputs,
    protocol = "tcp",
): { readonly [property: string]: SpecimenValue } => ({ fromPort, toPort, protocol, ...peers });

export const v4 = (...cidrBlocks: readonly string[]): Inputs => ({ cidrBlocks });
export const v6 = (...ipv6CidrBlocks: readonly string[]): Inputs => ({ ipv6CidrBlocks });

const allOut = inline(0, 0, v4(anywhere), "-1");

/** A group of the fixtures, which lets everything out unless told otherwise. */
export const group = (inputs: Inputs, name?: string): SpecimenResource =>
    aws("ec2:SecurityGroup")({ name: "sg-bar", vpcId: "vpc-12345", egress: [allOut], ...inputs }, name);

export const groupWith = (...ingress: readonly Inputs[]): readonly SpecimenResource[] => [group({ ingress })];

/** A rule as the older resource writes it, for a group of another stack. */
export const older = (
    type: "ingress" | "egress",
    fromPort: number,
    toPort: number,
    peers: Inputs,
    protocol = "tcp",
): readonly SpecimenResource[] => [
    aws("ec2:SecurityGroupRule")({
        type,
        fromPort,
        toPort,
        protocol,
        securityGroupId: "sg-12345",
        ...peers,
    }),
];

/** A rule as a resource of its own, for a group of another stack. */
export const ingressRule = (inputs: Inputs): readonly SpecimenResource[] => [
    aws("vpc:SecurityGroupIngressRule")({ securityGroupId: "sg-12345", ipProtocol: "tcp", ...inputs }),
];

export const egressRule = (inputs: Inputs): readonly SpecimenResource[] => [
    aws("vpc:SecurityGroupEgressRule")({ securityGroupId: "sg-12345", ipProtocol: "tcp", ...inputs }),
];

const atPort = (port: number): Inputs => ({ fromPort: port, toPort: port });

export const ingressAt = (port: number, peer: Inputs): readonly SpecimenResource[] =>
    ingressRule({ ...atPort(port), ...peer });

export const egressAt = (port: number, peer: Inputs): readonly SpecimenResource[] =>
    egressRule({ ...atPort(port), ...peer });
