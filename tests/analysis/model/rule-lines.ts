import { formatAddressSet } from "../../../packets/address-set";
import { formatPorts } from "../../../packets/ports";
import type { NetworkModel, SecurityGroupRule } from "../../../analysis/model/network-model";
import type { Specimen } from "./specimen-stack";

/** A rule in one line, with the last part of its peer's key. */
export function ruleLine({ direction, traffic, peer }: SecurityGroupRule): string {
    const limits =
        traffic.ports !== undefined
            ? formatPorts(traffic.ports)
            : traffic.icmp !== undefined
              ? `${traffic.icmp.type}/${traffic.icmp.code}`
              : "all";
    const tail = (key: string): string => key.slice(key.lastIndexOf("::") + 2);
    const named =
        peer.kind === "addresses"
            ? formatAddressSet(peer.addresses)
            : peer.kind === "securityGroup"
              ? tail(peer.securityGroup)
              : peer.kind === "prefixList"
                ? tail(peer.prefixList)
                : "undecided";
    return `${direction} ${traffic.protocol} ${limits} ${named}`;
}

/** Every rule of a group in one line each, sorted. */
export const linesOf = (model: NetworkModel, group: Specimen): string[] =>
    model.securityGroups.get(group.urn)!.rules.map(ruleLine).sort();
