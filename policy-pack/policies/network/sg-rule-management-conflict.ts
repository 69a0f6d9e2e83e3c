import { violates } from "../../fault";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

export const sgRuleManagementConflict = rule(
    {
        id: "sg-rule-management-conflict",
        title: "Rules, routes and entries are written inline or as resources, never both",
        severity: "high",
        checklist: ["network-2"],
        why: "Inline lists delete what standalone resources add and back again, so what holds is a race.",
        fix: "Keep the standalone resources and remove the inline list.",
        docs: "https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/",
    },
    perStack((stack) => [
        ...[...stack.model.securityGroups.values()]
            .filter(({ mixedRules }) => mixedRules)
            .map(({ key }) => violates({ urn: key, property: "ingress" }, "has inline and standalone rules")),
        ...mixed(stack, tableTypes, "routes", "aws:ec2/route:Route", "routeTableId"),
        ...mixed(stack, aclTypes, "ingress", "aws:ec2/networkAclRule:NetworkAclRule", "networkAclId"),
        ...mixed(stack, aclTypes, "egress", "aws:ec2/networkAclRule:NetworkAclRule", "networkAclId"),
    ]),
);

const tableTypes = ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"];
const aclTypes = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];

function mixed(
    stack: Stack,
    owners: readonly string[],
    inline: string,
    part: string,
    owner: string,
): readonly ReturnType<typeof violates>[] {
    return stack
        .ofType(...owners)
        .filter(({ inputs }) => Array.isArray(inputs?.[inline]) && inputs[inline].length > 0)
        .filter((record) => stack.referrers(record, part, owner).length > 0)
        .map(({ urn }) => violates({ urn, property: inline }, "is set beside standalone resources"));
}
