import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { formatCidr } from "../../packets/cidr";
import { everyProtocol, protocolNumbers } from "../../packets/protocol";
import { named, type PartContext } from "../network/named";
import type { TrafficMatch } from "../planning/flow-traffic";
import type { NetworkAclEntryPlan } from "../planning/network-acl-entries";
import type { AclBand } from "../planning/network-acl-numbers";
import type { SecurityTierArgs } from "./security-tiers-args";

/**
 * Makes a tier's network ACL with its entries and puts the tier's subnets under it, once it is
 * complete: until then they are under AWS's default ACL.
 */
export function createNetworkAcl(
    context: PartContext,
    vpcId: pulumi.Input<string>,
    key: string,
    tier: SecurityTierArgs,
    entries: readonly NetworkAclEntryPlan[],
): ec2.NetworkAcl {
    const name = `${context.name}-${key}`;
    const acl = new ec2.NetworkAcl(name, { vpcId, tags: named(context, name) }, { parent: context.parent });
    const rules = createEntries(context, acl, entries);
    for (const [zone, subnetId] of Object.entries(tier.subnetIds)) {
        new ec2.NetworkAclAssociation(
            `${name}-${zone}`,
            { networkAclId: acl.id, subnetId },
            { parent: context.parent, dependsOn: rules },
        );
    }
    return acl;
}

function createEntries(
    context: PartContext,
    acl: ec2.NetworkAcl,
    entries: readonly NetworkAclEntryPlan[],
): ec2.NetworkAclRule[] {
    const create = (entry: NetworkAclEntryPlan, dependsOn: ec2.NetworkAclRule[]): ec2.NetworkAclRule =>
        new ec2.NetworkAclRule(
            `${context.name}-${entry.key}`,
            {
                networkAclId: acl.id,
                egress: entry.direction === "out",
                ruleNumber: entry.number,
                ruleAction: entry.action,
                ...matchArgs(entry.match),
                ...(entry.cidr.family === "ipv4"
                    ? { cidrBlock: formatCidr(entry.cidr) }
                    : { ipv6CidrBlock: formatCidr(entry.cidr) }),
            },
            // AWS keeps one entry a number, so an entry that moves must go before it comes.
            { parent: context.parent, dependsOn, deleteBeforeReplace: true },
        );
    const inBand = (band: AclBand): NetworkAclEntryPlan[] => entries.filter((entry) => entry.band === band);
    const specific = inBand("named").map((entry) => create(entry, []));
    const denies = inBand("denies").map((entry) => create(entry, []));
    // What is wide comes after, and goes before, the denies that narrow it.
    const wide = inBand("internet").map((entry) => create(entry, denies));
    return [...specific, ...denies, ...wide];
}

/** Protocols by number: AWS answers with numbers, whatever it is given. */
function matchArgs({
    protocol,
    ports,
    icmp,
}: TrafficMatch): Pick<ec2.NetworkAclRuleArgs, "protocol" | "fromPort" | "toPort" | "icmpType" | "icmpCode"> {
    return {
        protocol: String(protocol === "all" ? everyProtocol : protocolNumbers[protocol]),
        ...(ports && { fromPort: ports.first, toPort: ports.last }),
        ...(icmp && { icmpType: icmp.type, icmpCode: icmp.code }),
    };
}
