import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { namedInTier, type PartContext } from "./network/named";
import { isProblems } from "./planning/address-plan";
import { BadArgumentsError } from "./planning/bad-arguments";
import { serviceKeys } from "./planning/peer-key";
import { natGroup } from "./planning/nat-instance-rules";
import type { Problem } from "./planning/problem";
import { planSecurity, type SecurityPlan } from "./planning/security-plan";
import { createGroupRules } from "./security-tiers/group-rules";
import { createNetworkAcl } from "./security-tiers/network-acls";
import { rememberGroups } from "./security-tiers/security-parts";
import type { SecurityTiersArgs } from "./security-tiers/security-tiers-args";

/**
 * Opens exactly the paths of a flow table, at every layer that AWS filters at.
 *
 * Creates:
 * 1. a security group for each group, without inline rules;
 * 2. for each flow an egress rule at its source and an ingress rule at its destination, groups by
 *    reference, each a resource of its own that says why it is there;
 * 3. a network ACL for each tier of subnets, with the entries that the flows' requests and replies
 *    need where they cross it, NAT and load balancers on the way included, and with entries that keep
 *    administration ports closed to the internet before every wide one for replies;
 * 4. an association of each subnet with its tier's ACL.
 *
 * A rule is named by its content: adding, removing or reordering flows, groups and tiers changes no
 * other rule. Costs nothing.
 *
 * Wrong arguments throw one error that lists them all, before anything is registered. Source of the
 * ACL entries: AWS VPC guide, "Ephemeral ports" and "Path MTU Discovery"; AWS FSBP EC2.21.
 */
export class SecurityTiers extends pulumi.ComponentResource {
    /** Security group ids by group. */
    public readonly securityGroupIds: pulumi.Output<Record<string, string>>;
    /** Network ACL ids by tier. */
    public readonly networkAclIds: pulumi.Output<Record<string, string>>;

    constructor(name: string, args: SecurityTiersArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = checkedPlan(name, args);
        super("palisade:index:SecurityTiers", name, args, opts);
        const context: PartContext = { name, tags: args.tags ?? {}, parent: this };
        const groups = createGroups(context, args);
        createGroupRules(context, plan.rules, groupIds(groups, args), args.prefixListIds);
        const acls = Object.entries(args.tiers).map(([key, tier]): [string, ec2.NetworkAcl] => [
            key,
            createNetworkAcl(
                context,
                args.vpcId,
                key,
                tier,
                plan.entries.filter((entry) => entry.tier === key),
            ),
        ]);
        rememberGroups(this, groups);

        this.securityGroupIds = pulumi.output(
            Object.fromEntries([...groups].map(([key, group]) => [key, group.id])),
        );
        this.networkAclIds = pulumi.output(Object.fromEntries(acls.map(([key, acl]) => [key, acl.id])));
        this.registerOutputs({
            securityGroupIds: this.securityGroupIds,
            networkAclIds: this.networkAclIds,
        });
    }
}

function checkedPlan(name: string, args: SecurityTiersArgs): SecurityPlan {
    const component = `SecurityTiers "${name}"`;
    const plan = planSecurity(args);
    const problems = [
        ...nameProblems(name),
        ...prefixListProblems(args),
        ...natGroupProblems(args),
        ...(isProblems(plan) ? plan : []),
    ];
    if (isProblems(plan) || problems.length > 0) {
        throw new BadArgumentsError(component, problems);
    }
    return plan;
}

/** The ids that rules go by: our own groups', and that of the network's NAT instances. */
const groupIds = (
    groups: ReadonlyMap<string, ec2.SecurityGroup>,
    { natGroupId }: SecurityTiersArgs,
): ReadonlyMap<string, pulumi.Input<string>> =>
    new Map<string, pulumi.Input<string>>([
        ...[...groups].map(([key, group]): [string, pulumi.Input<string>] => [key, group.id]),
        ...(natGroupId === undefined ? [] : [[natGroup, natGroupId] as [string, pulumi.Input<string>]]),
    ]);

/** NAT instances have a group, and the network that has them knows it. */
const natGroupProblems = ({ nat, natGroupId, groups }: SecurityTiersArgs): Problem[] => [
    ...(nat === "instance" && natGroupId === undefined
        ? [
              {
                  path: "natGroupId",
                  given: "nothing, with nat: instance",
                  allowed: "the id of the NAT instances' group",
                  change: "pass what securityArgsOf(network) gives",
              },
          ]
        : []),
    ...(nat === "instance" && Object.hasOwn(groups, natGroup)
        ? [
              {
                  path: `groups.${natGroup}`,
                  given: `a group called ${natGroup}`,
                  allowed: "any other key: NAT instances have a group of that name",
                  change: "choose another key",
              },
          ]
        : []),
];

const nameProblems = (name: string): Problem[] =>
    name.startsWith("sg-")
        ? [
              {
                  path: "name",
                  given: `"${name}"`,
                  allowed: "names that do not begin with sg-, which AWS keeps for group ids",
                  change: "choose another name for the component",
              },
          ]
        : [];

/** A flow to a gateway service needs the id of the service's prefix list. */
const prefixListProblems = ({ flows, prefixListIds = {} }: SecurityTiersArgs): Problem[] =>
    serviceKeys
        .filter((service) => flows.some(({ to }) => to === service) && !Object.hasOwn(prefixListIds, service))
        .map((service) => ({
            path: `prefixListIds.${service}`,
            given: "nothing",
            allowed: `the prefix list of the network's gateway endpoint for ${service}`,
            change: `give the network a gateway endpoint for ${service} and pass its prefix list id on`,
        }));

/** A group's description can never change without replacing the group, so it says nothing that may. */
const groupDescription = "Rules follow from the flow table";

const createGroups = (
    context: PartContext,
    args: SecurityTiersArgs,
): ReadonlyMap<string, ec2.SecurityGroup> =>
    new Map(
        Object.entries(args.groups).map(([key, { tier }]) => {
            const name = `${context.name}-${key}`;
            const group = new ec2.SecurityGroup(
                name,
                {
                    vpcId: args.vpcId,
                    description: groupDescription,
                    tags: namedInTier(context, name, tier),
                },
                { parent: context.parent },
            );
            return [key, group];
        }),
    );
