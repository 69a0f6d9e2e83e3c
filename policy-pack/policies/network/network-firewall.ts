import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet, texts } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

const firewallType = "aws:networkfirewall/firewall:Firewall";
const policyType = "aws:networkfirewall/firewallPolicy:FirewallPolicy";
const loggingType = "aws:networkfirewall/loggingConfiguration:LoggingConfiguration";

export const networkFirewall = rule(
    {
        id: "network-firewall",
        title: "Network firewalls log, cannot be removed by accident, and let nothing pass unseen",
        severity: "medium",
        checklist: ["network-2", "network-4"],
        why: "A firewall that passes by default or can be deleted in a slip gives a false sense of safety.",
        fix: "Turn on both protections, drop or forward by default, and add a LoggingConfiguration.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html",
    },
    perResourceAndStack(
        [firewallType, policyType],
        (record) => ofOne(record),
        (stack) => [
            ...stack.ofType(firewallType, policyType).flatMap((record) => ofOne(record)),
            ...stack
                .ofType(firewallType)
                .filter((firewall) => stack.referrers(firewall, loggingType, "firewallArn").length === 0)
                .map((firewall) => violates(firewall, "has no logging configuration")),
        ],
    ),
);

const ofOne = (record: ResourceRecord): Faults =>
    record.type === firewallType ? protections(record) : defaults(record);

const protections = (firewall: ResourceRecord): Faults =>
    ["deleteProtection", "subnetChangeProtection"].flatMap((protection) =>
        faultUnless(flag(firewall, protection, false), (on) => on, "is off"),
    );

const defaults = (policy: ResourceRecord): Faults =>
    ["statelessDefaultActions", "statelessFragmentDefaultActions"].flatMap((property): Faults => {
        const path = `firewallPolicy.${property}`;
        if (!isSet(policy, path)) {
            return [violates(at(policy, path), "is not set")];
        }
        const actions = texts(policy, path);
        if (!actions.known) {
            return [undecidable(actions.undecided, "what passes by default cannot be told")];
        }
        return actions.value.includes("aws:pass")
            ? [violates(actions.place, "lets packets pass that no rule has looked at")]
            : [];
    });
