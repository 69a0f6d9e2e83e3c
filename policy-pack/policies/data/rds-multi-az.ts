import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { clusterMemberType, clusterType, instanceType, isReplica, isServerless } from "../../data/databases";
import { zonesOf } from "../../data/zones";
import { violates, type Faults } from "../../fault";
import { faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { toggle } from "../../settings";
import type { Stack } from "../../stack";

const subnetGroupType = "aws:rds/subnetGroup:SubnetGroup";

export const rdsMultiAz = rule(
    {
        id: "rds-multi-az",
        title: "Databases survive the loss of a zone",
        severity: "medium",
        checklist: ["data-4"],
        why: "A zone fails every few years; a database in one zone then waits for a restore.",
        fix: "Set `multiAz` to true, give Aurora two members, and subnet groups subnets of two zones.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5",
        config: { required: toggle("Whether databases need a second zone; subnet groups always do", true) },
    },
    perResourceAndStack(
        [instanceType],
        (database, { required }) => (required && !isReplica(database) ? standby(database) : []),
        (stack, { required }) => [
            ...stack.stated(subnetGroupType).flatMap((group) => spread(stack, group)),
            ...(required
                ? [
                      ...stack
                          .stated(instanceType)
                          .filter((database) => !isReplica(database))
                          .flatMap(standby),
                      ...stack.stated(clusterType).flatMap((cluster) => members(stack, cluster)),
                  ]
                : []),
        ],
    ),
);

const standby = (database: ResourceRecord): Faults =>
    faultUnless(flag(database, "multiAz", false), (on) => on, "is not true, so no other zone takes over");

function members(stack: Stack, cluster: ResourceRecord): Faults {
    const count = stack.referrers(cluster, clusterMemberType, "clusterIdentifier").length;
    const isSpreadByAws = isServerless(cluster) || isSet(cluster, "dbClusterInstanceClass");
    return isSpreadByAws || count >= 2
        ? []
        : [violates(cluster, `has ${count === 0 ? "no member" : "one member"}, so no other zone takes over`)];
}

function spread(stack: Stack, group: ResourceRecord): Faults {
    const zones = zonesOf(stack, group, "subnetIds");
    return faultUnless(zones, (count) => count >= 2, "names subnets of one zone only");
}
