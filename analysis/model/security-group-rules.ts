import { addressSet } from "../../packets/address-set";
import type { Key, RulePeer, SecurityGroupRule, Traffic } from "./network-model";
import {
    elements,
    flagIn,
    isAbsent,
    isUnknownSlot,
    member,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import type { ReferenceResolver } from "./references";
import { readBlocks } from "./rule-addresses";
import { everyTraffic, securityGroupTraffic, type TrafficReading } from "./rule-traffic";
import type { ResourceRecord, Undecided } from "./resource-record";
import { missingIn, unknownIn } from "./undecided-values";

type Direction = SecurityGroupRule["direction"];

/** The places of a rule that name its peers; each shape of a rule calls them otherwise. */
interface PeerSlots {
    readonly blocks: readonly Slot[];
    readonly prefixLists: readonly Slot[];
    readonly securityGroups: readonly Slot[];
    readonly self?: Slot;
}

interface RuleSlots extends PeerSlots {
    readonly whole: Slot;
    readonly direction: Direction;
    readonly traffic: TrafficReading;
    readonly description: Slot;
}

/** The rules of `SecurityGroup.ingress` or `.egress`, and of `DefaultSecurityGroup`'s. */
export function inlineRules(
    references: ReferenceResolver,
    group: ResourceRecord,
    direction: Direction,
): SecurityGroupRule[] {
    const list = statedSlot(group, direction);
    if (isUnknownSlot(list)) {
        return [undecidedRule(list, direction, everyTraffic, unknownIn(list, "the list of rules"))];
    }
    return elements(list).flatMap((rule) =>
        rulesOf(references, group.urn, {
            whole: rule,
            direction,
            traffic: securityGroupTraffic(
                member(rule, "protocol"),
                member(rule, "fromPort"),
                member(rule, "toPort"),
            ),
            description: member(rule, "description"),
            blocks: [member(rule, "cidrBlocks"), member(rule, "ipv6CidrBlocks")],
            prefixLists: [member(rule, "prefixListIds")],
            securityGroups: [member(rule, "securityGroups")],
            self: member(rule, "self"),
        }),
    );
}

/** The rules that an `aws:ec2/securityGroupRule:SecurityGroupRule` adds to a group. */
export function legacyRules(
    references: ReferenceResolver,
    record: ResourceRecord,
    group: Key,
): SecurityGroupRule[] {
    const at = (property: string): Slot => statedSlot(record, property);
    const type = at("type");
    const direction: Direction = textIn(type) === "egress" ? "egress" : "ingress";
    if (textIn(type) === undefined) {
        const undecided = unknownIn(type, "whether the rule is for ingress or egress");
        return (["ingress", "egress"] as const).map((open) =>
            undecidedRule(type, open, everyTraffic, undecided),
        );
    }
    return rulesOf(references, group, {
        whole: at("type"),
        direction,
        traffic: securityGroupTraffic(at("protocol"), at("fromPort"), at("toPort")),
        description: at("description"),
        blocks: [at("cidrBlocks"), at("ipv6CidrBlocks")],
        prefixLists: [at("prefixListIds")],
        securityGroups: [at("sourceSecurityGroupId")],
        self: at("self"),
    });
}

/** The rule that an `aws:vpc/securityGroupIngressRule` or `securityGroupEgressRule` adds to a group. */
export function standaloneRules(
    references: ReferenceResolver,
    record: ResourceRecord,
    group: Key,
    direction: Direction,
): SecurityGroupRule[] {
    const at = (property: string): Slot => statedSlot(record, property);
    return rulesOf(references, group, {
        whole: at("ipProtocol"),
        direction,
        traffic: securityGroupTraffic(at("ipProtocol"), at("fromPort"), at("toPort")),
        description: at("description"),
        blocks: [at("cidrIpv4"), at("cidrIpv6")],
        prefixLists: [at("prefixListId")],
        securityGroups: [at("referencedSecurityGroupId")],
    });
}

function rulesOf(references: ReferenceResolver, group: Key, rule: RuleSlots): SecurityGroupRule[] {
    const description = textIn(rule.description);
    const traffic = rule.traffic.kind === "read" ? rule.traffic.traffic : everyTraffic;
    const make = (slot: Slot, peer: RulePeer): SecurityGroupRule => ({
        urn: slot.record.urn,
        property: slot.path,
        direction: rule.direction,
        traffic,
        // Ports that are not known make the whole rule undecided: no peer is certain to be let in.
        peer: rule.traffic.kind === "read" ? peer : { kind: "undecided", undecided: rule.traffic.undecided },
        ...(description === undefined ? {} : { description }),
    });
    const made = [
        ...rule.blocks.flatMap((slot) => blockPeers(slot).map((peer) => make(slot, peer))),
        ...referencePeers(references, rule).map(([slot, peer]) => make(slot, peer)),
        ...selfPeers(group, rule.self).map(([slot, peer]) => make(slot, peer)),
    ];
    if (made.length > 0) {
        return made;
    }
    const undecided = missingIn(rule.whole, "peer of the rule (a block, a prefix list or a group)");
    return [make(rule.whole, { kind: "undecided", undecided })];
}

function blockPeers(slot: Slot): RulePeer[] {
    if (isUnknownSlot(slot)) {
        return [{ kind: "undecided", undecided: unknownIn(slot, "the address block") }];
    }
    const { cidrs, undecided } = readBlocks(elements(slot));
    const peers: RulePeer[] = undecided.map((open) => ({ kind: "undecided", undecided: open }));
    return cidrs.length === 0 ? peers : [{ kind: "addresses", addresses: addressSet(cidrs) }, ...peers];
}

function referencePeers(references: ReferenceResolver, rule: PeerSlots): [Slot, RulePeer][] {
    const found = (slots: readonly Slot[], wanted: "securityGroup" | "prefixList"): [Slot, RulePeer][] =>
        slots.flatMap((slot): [Slot, RulePeer][] => {
            const { keys, undecided } = resolve(references, slot, wanted);
            // Which of its candidates an undecided reference means is open, so none of them is certain.
            return undecided.length > 0
                ? undecided.map((open) => [slot, { kind: "undecided", undecided: open }])
                : keys.map((key) => [
                      slot,
                      wanted === "securityGroup"
                          ? { kind: "securityGroup", securityGroup: key }
                          : { kind: "prefixList", prefixList: key },
                  ]);
        });
    return [...found(rule.prefixLists, "prefixList"), ...found(rule.securityGroups, "securityGroup")];
}

function resolve(references: ReferenceResolver, slot: Slot, wanted: "securityGroup" | "prefixList") {
    const isScalar = slot.path.endsWith("Id");
    if (!isScalar) {
        return references.many(slot, [wanted]);
    }
    const reference = references.one(slot, [wanted]);
    return {
        keys: reference.kind === "found" ? [reference.key] : [],
        undecided: reference.kind === "undecided" ? [reference.undecided] : [],
    };
}

function selfPeers(group: Key, self: Slot | undefined): [Slot, RulePeer][] {
    if (self === undefined || isAbsent(self) || flagIn(self) === false) {
        return [];
    }
    return flagIn(self) === true
        ? [[self, { kind: "securityGroup", securityGroup: group }]]
        : [[self, { kind: "undecided", undecided: unknownIn(self, "whether the group admits itself") }]];
}

function undecidedRule(
    slot: Slot,
    direction: Direction,
    traffic: Traffic,
    undecided: Undecided,
): SecurityGroupRule {
    return {
        urn: slot.record.urn,
        property: slot.path,
        direction,
        traffic,
        peer: { kind: "undecided", undecided },
    };
}
