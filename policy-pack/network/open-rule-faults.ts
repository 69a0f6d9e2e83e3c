import type { NetworkModel, SecurityGroup, SecurityGroupRule } from "../../analysis/model/network-model";
import { formatAddressSet, type AddressSet } from "../../packets/address-set";
import { intersect, overlaps, union } from "../../packets/interval-set";
import { formatPorts, type PortSet } from "../../packets/ports";
import { undecidable, violates, type Faults } from "../fault";
import {
    isInternet,
    openPorts,
    peerAddresses,
    portsOf,
    undecidedPeers,
    type OpenPorts,
    type PortProtocol,
} from "./exposure";

/**
 * One fault for each rule that opens some of these ports to the internet, alone or together with
 * others, and one for each rule of which the plan does not say whether it does.
 */
export function internetOn(
    group: SecurityGroup,
    model: NetworkModel,
    protocol: PortProtocol,
    ports: PortSet,
    danger: string,
): Faults {
    const open = openPorts(group, model, "ingress", protocol).filter((part) => overlaps(part.ports, ports));
    const concerns = (rule: SecurityGroupRule): boolean => overlaps(portsOf(rule.traffic, protocol), ports);
    return [
        ...openRuleFaults(open, ports, protocol, model, danger),
        ...undecidedPeers(group, model, "ingress", concerns).map((undecided) =>
            undecidable(
                undecided,
                `who reaches ${protocol.toUpperCase()} ${formatPorts(ports)} cannot be told`,
            ),
        ),
    ];
}

export function openRuleFaults(
    open: readonly OpenPorts[],
    ports: PortSet,
    protocol: PortProtocol,
    model: NetworkModel,
    danger: string,
): Faults {
    const rules = new Set(open.flatMap((part) => part.rules));
    return [...rules].map((rule) => {
        const { addresses } = peerAddresses(rule, model);
        const ofRule = open.filter((part) => part.rules.includes(rule));
        const reached = ofRule.reduce<PortSet>((sum, part) => union(sum, intersect(part.ports, ports)), []);
        const partners = [...new Set(ofRule.flatMap((part) => part.rules))].filter((other) => other !== rule);
        const direction = rule.direction === "ingress" ? "opens" : "lets out";
        return violates(
            rule,
            `${direction} ${protocol.toUpperCase()} ${formatPorts(reached)} ` +
                `${rule.direction === "ingress" ? "to" : "towards"} ${formatAddressSet(addresses)}: ${danger}`,
            {
                evidence: [
                    { label: "packet", value: packet(rule, addresses, protocol, reached) },
                    ...(isInternet(addresses) ? [] : partners).map((other) => ({
                        label: "together with",
                        value: `${other.urn.split("::").pop() ?? ""} ${other.property}`,
                        urn: other.urn,
                    })),
                ],
            },
        );
    });
}

function packet(
    rule: SecurityGroupRule,
    addresses: AddressSet,
    protocol: PortProtocol,
    ports: PortSet,
): string {
    const stranger = formatAddressSet(addresses).split(", ")[0] ?? "";
    const port = ports[0]?.first ?? 0;
    return rule.direction === "ingress"
        ? `${protocol} from any host of ${stranger} to port ${port}`
        : `${protocol} to port ${port} of any host of ${stranger}`;
}
