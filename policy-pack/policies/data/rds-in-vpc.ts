import { databases, isReplica } from "../../data/databases";
import { violates, type Faults } from "../../fault";
import { at, isSet, text } from "../../reading";
import { perResource, rule } from "../../rule";

export const rdsInVpc = rule(
    {
        id: "rds-in-vpc",
        title: "Databases lie in subnets of ours, behind a security group of their own",
        severity: "high",
        checklist: ["network-1", "network-2"],
        why: "Without a subnet group the database lands in the default VPC, whose subnets are all public.",
        fix: "Set `dbSubnetGroupName` to a group of isolated subnets, and `vpcSecurityGroupIds`.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-18",
    },
    perResource(databases, (database): Faults => {
        const group = text(database, "dbSubnetGroupName");
        if (!isSet(database, "dbSubnetGroupName") && !isReplica(database)) {
            return [
                violates(at(database, "dbSubnetGroupName"), "is not set, which means the default VPC"),
                ...withoutGroup(database),
            ];
        }
        return [
            ...(group.known && group.value === "default"
                ? [violates(group.place, 'is "default", the subnet group of the default VPC')]
                : []),
            ...withoutGroup(database),
        ];
    }),
);

const withoutGroup = (database: Parameters<typeof isReplica>[0]): Faults =>
    isSet(database, "vpcSecurityGroupIds")
        ? []
        : [violates(at(database, "vpcSecurityGroupIds"), "is not set, so the VPC's default group guards it")];
