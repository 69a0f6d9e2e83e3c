import type { NetworkModel, SecurityGroup } from "../../analysis/model/network-model";
import { buildNetworkModel } from "../../analysis/model/build-network-model";
import { isUnknown, type ResourceRecord } from "../../analysis/model/resource-record";
import type { Faults } from "../fault";
import { perResourceAndStack, type Judge } from "../rule";
import type { SettingsOf, SettingsSchema } from "../settings";

/** Every shape in which the rules of a security group can be written. */
export const securityGroupTypes = [
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
] as const;

/**
 * Judges security groups by one predicate: the rules that a single resource writes before it is
 * created, and each group with all its rules, whoever writes them, at the end of a preview.
 */
export function perSecurityGroup<C extends SettingsSchema>(
    judge: (group: SecurityGroup, model: NetworkModel, settings: SettingsOf<C>) => Faults,
): Judge<C> {
    const judgeAll = (model: NetworkModel, settings: SettingsOf<C>): Faults =>
        [...model.securityGroups.values()].flatMap((group) => judge(group, model, settings));
    return perResourceAndStack<C>(
        securityGroupTypes,
        (record, settings) => judgeAll(buildNetworkModel([standingAlone(record)]), settings),
        ({ model }, settings) => judgeAll(model, settings),
    );
}

const groupProperty = "securityGroupId";

/** A rule resource whose group nobody knows yet, or names, still says what it lets through. */
function standingAlone(record: ResourceRecord): ResourceRecord {
    const group = record.properties[groupProperty];
    return isUnknown(group) || (group === undefined && !record.type.endsWith("Group"))
        ? {
              ...record,
              properties: { ...record.properties, [groupProperty]: "sg-not-created-yet" },
              inputs: { ...record.inputs, [groupProperty]: "sg-not-created-yet" },
          }
        : record;
}
