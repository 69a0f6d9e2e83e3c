import {
    everyAddress,
    isAddressSubset,
    noAddresses,
    unionAddresses,
    type AddressSet,
} from "../../packets/address-set";
import type { ModelContext } from "./model-context";
import type { Key, SecurityGroup, SecurityGroupRule, Vpc } from "./network-model";
import { isAbsent, reportedSlot, statedSlot } from "./property-slots";
import { adoptedTypes } from "./resource-kinds";
import { inlineRules, legacyRules, standaloneRules } from "./security-group-rules";
import { everyTraffic } from "./rule-traffic";
import type { ResourceRecord, Undecided } from "./resource-record";
import { missingIn } from "./undecided-values";

/** Every security group with the rules of all shapes, and the default groups that AWS makes by itself. */
export function securityGroups(
    context: ModelContext,
    vpcs: ReadonlyMap<Key, Vpc>,
    vpcOfDefault: ReadonlyMap<Key, Key>,
): Map<Key, SecurityGroup> {
    const standalone = standaloneRulesByGroup(context);
    const groups = new Map<Key, SecurityGroup>();
    for (const record of context.index.ofKind("securityGroup")) {
        const vpc =
            vpcOfDefault.get(record.urn) ??
            context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ??
            context.defaultVpc();
        groups.set(record.urn, managedGroup(context, record, vpc, standalone.get(record.urn) ?? []));
    }
    const mayBeAdopted = context.index
        .ofKind("securityGroup")
        .some(({ urn }) => vpcOfDefault.get(urn)?.startsWith("undecided:") === true);
    for (const vpc of vpcs.values()) {
        if (!groups.has(vpc.defaultSecurityGroup)) {
            const added = standalone.get(vpc.defaultSecurityGroup) ?? [];
            groups.set(vpc.defaultSecurityGroup, untouchedDefaultGroup(vpc, added, mayBeAdopted));
        }
    }
    for (const [key, rules] of standalone) {
        if (!groups.has(key)) {
            groups.set(key, unseenSecurityGroup(key, [], rules));
        }
    }
    return groups;
}

function managedGroup(
    context: ModelContext,
    record: ResourceRecord,
    vpc: Key,
    standalone: readonly SecurityGroupRule[],
): SecurityGroup {
    const rules: SecurityGroupRule[] = [...standalone];
    let mixedRules = false;
    for (const direction of ["ingress", "egress"] as const) {
        const inline = inlineRules(context.references, record, direction);
        const resources = standalone.filter((rule) => rule.direction === direction);
        // Only where the source cannot tell inputs from outputs can a list be a copy of the resources.
        if (record.inputs === undefined && isCopy(inline, resources)) {
            continue;
        }
        const stated = !isAbsent(statedSlot(record, direction));
        mixedRules ||= record.external !== true && stated && resources.length > 0;
        rules.push(...inline);
    }
    return {
        key: record.urn,
        record,
        external: record.external === true,
        undecided: [],
        vpc,
        isDefault: record.type === adoptedTypes.securityGroup,
        rules,
        mixedRules,
    };
}

/** Whether every inline rule says again what a resource says, as a provider's outputs do. */
function isCopy(inline: readonly SecurityGroupRule[], resources: readonly SecurityGroupRule[]): boolean {
    const addresses = new Map<string, AddressSet>();
    const references = new Set<string>();
    for (const { traffic, peer } of resources) {
        if (peer.kind === "addresses") {
            const sameTraffic = JSON.stringify(traffic);
            const others = addresses.get(sameTraffic) ?? noAddresses;
            addresses.set(sameTraffic, unionAddresses(others, peer.addresses));
        } else {
            references.add(JSON.stringify([traffic, peer]));
        }
    }
    return (
        resources.length > 0 &&
        inline.every(({ traffic, peer }) =>
            peer.kind === "addresses"
                ? isAddressSubset(peer.addresses, addresses.get(JSON.stringify(traffic)) ?? noAddresses)
                : references.has(JSON.stringify([traffic, peer])),
        )
    );
}

/**
 * A VPC's own group while nothing adopts it: members reach each other, and everything leaves. Where another
 * stack, or a resource whose VPC is not known, may have adopted it, these rules may be gone.
 */
function untouchedDefaultGroup(
    vpc: Vpc,
    added: readonly SecurityGroupRule[],
    mayBeAdopted: boolean,
): SecurityGroup {
    const rule = (direction: "ingress" | "egress", peer: SecurityGroupRule["peer"]): SecurityGroupRule => ({
        urn: vpc.key,
        property: "defaultSecurityGroupId",
        direction,
        traffic: everyTraffic,
        peer,
    });
    const external = vpc.external || mayBeAdopted;
    const made = [
        rule("ingress", { kind: "securityGroup", securityGroup: vpc.defaultSecurityGroup }),
        rule("egress", { kind: "addresses", addresses: everyAddress }),
    ];
    return {
        key: vpc.defaultSecurityGroup,
        external,
        undecided: [],
        vpc: vpc.key,
        isDefault: true,
        rules: external ? added : [...made, ...added],
        mixedRules: false,
    };
}

/** A group that another stack owns, or that the plan leaves open, with what this stack adds to it. */
export function unseenSecurityGroup(
    key: Key,
    undecided: readonly Undecided[],
    rules: readonly SecurityGroupRule[],
): SecurityGroup {
    return { key, external: true, undecided, isDefault: false, rules, mixedRules: false };
}

function standaloneRulesByGroup(context: ModelContext): ReadonlyMap<Key, readonly SecurityGroupRule[]> {
    const { index, references } = context;
    const byGroup = new Map<Key, SecurityGroupRule[]>();
    const attach = (record: ResourceRecord, rulesFor: (group: Key) => SecurityGroupRule[]): void => {
        const slot = statedSlot(record, "securityGroupId");
        const group = references.one(slot, ["securityGroup"]);
        if (group.kind === "found") {
            const rules = byGroup.get(group.key) ?? [];
            rules.push(...rulesFor(group.key));
            byGroup.set(group.key, rules);
        } else if (group.kind === "undecided") {
            context.unattached.push(group.undecided);
            context.doubts.add("securityGroups", group);
        } else {
            context.unattached.push(missingIn(slot, "security group"));
        }
    };
    for (const record of index.ofKind("securityGroupRule")) {
        attach(record, (group) => legacyRules(references, record, group));
    }
    for (const record of index.ofKind("securityGroupIngressRule")) {
        attach(record, (group) => standaloneRules(references, record, group, "ingress"));
    }
    for (const record of index.ofKind("securityGroupEgressRule")) {
        attach(record, (group) => standaloneRules(references, record, group, "egress"));
    }
    return byGroup;
}
