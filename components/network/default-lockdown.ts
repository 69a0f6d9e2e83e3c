import * as ec2 from "@pulumi/aws/ec2";
import { named, type PartContext } from "./named";

/**
 * Adopts the security group, the network ACL and the route table that AWS makes with every VPC, and
 * empties them: what nobody placed anywhere can then talk to nobody.
 * CIS AWS Foundations 5.4; AWS Security Hub EC2.2.
 */
export function lockDownDefaults(context: PartContext, vpc: ec2.Vpc): void {
    const name = `${context.name}-default`;
    const tags = named(context, `${name}-closed`);
    new ec2.DefaultSecurityGroup(
        name,
        // Empty lists remove the rules; left out, the provider would keep those AWS put there.
        { vpcId: vpc.id, ingress: [], egress: [], tags },
        { parent: context.parent },
    );
    new ec2.DefaultNetworkAcl(
        name,
        { defaultNetworkAclId: vpc.defaultNetworkAclId, ingress: [], egress: [], tags },
        // A subnet is AWS's to put here until its own ACL takes it, which would show as a change.
        { parent: context.parent, ignoreChanges: ["subnetIds"] },
    );
    new ec2.DefaultRouteTable(
        name,
        { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], propagatingVgws: [], tags },
        { parent: context.parent },
    );
}
