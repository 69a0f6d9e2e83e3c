import type { NetworkInterface } from "../../../analysis/model/network-model";
import { modelOf } from "./both-forms";
import { idOf, SpecimenStack, type Specimen } from "./specimen-stack";

/** Two VPCs with a subnet each, for what joins them. */
export function twoVpcs(): {
    stack: SpecimenStack;
    one: Specimen;
    other: Specimen;
    subnets: readonly Specimen[];
} {
    const stack = new SpecimenStack();
    const [one, other] = ["one", "other"].map((name, at) =>
        stack.add("aws:ec2/vpc:Vpc", name, { cidrBlock: `10.${at}.0.0/16` }),
    );
    const subnets = [one!, other!].map((vpc, at) =>
        stack.add("aws:ec2/subnet:Subnet", vpc.name, { vpcId: idOf(vpc), cidrBlock: `10.${at}.0.0/24` }),
    );
    return { stack, one: one!, other: other!, subnets };
}

/** A VPC with a subnet that gives public addresses, one that gives none, and a group. */
export interface PlacementNetwork {
    readonly stack: SpecimenStack;
    readonly vpc: Specimen;
    readonly open: Specimen;
    readonly closed: Specimen;
    readonly group: Specimen;
}

export function placementNetwork(): PlacementNetwork {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    const [open, closed] = [true, false].map((mapPublicIpOnLaunch, at) =>
        stack.add("aws:ec2/subnet:Subnet", mapPublicIpOnLaunch ? "open" : "closed", {
            vpcId: idOf(vpc),
            cidrBlock: `10.0.${at}.0/24`,
            mapPublicIpOnLaunch,
        }),
    );
    const group = stack.add("aws:ec2/securityGroup:SecurityGroup", "group", { vpcId: idOf(vpc) });
    return { stack, vpc, open: open!, closed: closed!, group };
}

/** The interface that one more resource makes in the specimen network. */
export function interfaceOf(
    type: string,
    inputs: (network: PlacementNetwork) => Specimen["inputs"],
): { network: PlacementNetwork; made: NetworkInterface } {
    const specimen = placementNetwork();
    const added = specimen.stack.add(type, "added", inputs(specimen));
    return { network: specimen, made: modelOf(specimen.stack).interfaces.get(added.urn)! };
}
