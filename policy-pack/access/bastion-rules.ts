import type { NetworkModel, SecurityGroupRule } from "../../analysis/model/network-model";
import {
    addressesOf,
    formatAddressSet,
    isAddressSubset,
    privateAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { isSubset } from "../../packets/interval-set";
import { everyPort, formatPorts } from "../../packets/ports";
import { protocolNumbers } from "../../packets/protocol";
import { undecidable, violates, type Faults } from "../fault";
import { isInternet, peerAddresses, portSetOf } from "../network/exposure";

/** What may pass a bastion. */
export interface BastionTraffic {
    readonly sshPorts: readonly number[];
    readonly offices: readonly string[];
    readonly servicePorts: readonly number[];
}

/** What a rule of a bastion's group admits, or lets out, beyond what a bastion is for. */
export function bastionRuleFaults(
    rule: SecurityGroupRule,
    model: NetworkModel,
    { sshPorts, offices, servicePorts }: BastionTraffic,
): Faults {
    const { traffic, direction } = rule;
    const ports = traffic.ports ?? everyPort;
    const isTcp = traffic.protocol === protocolNumbers.tcp;
    const within = (allowed: readonly number[]): boolean => isTcp && isSubset(ports, portSetOf(allowed));
    const said = isTcp ? `TCP ${formatPorts(ports)}` : "more than TCP";
    const { addresses, undecided } = peerAddresses(rule, model);
    if (direction === "egress" && within(servicePorts)) {
        return [];
    }
    if (!within(sshPorts)) {
        const verb = direction === "ingress" ? "admits" : "lets out";
        return [
            violates(
                rule,
                `${verb} ${said}, where a bastion needs SSH on ${formatPorts(portSetOf(sshPorts))}`,
            ),
        ];
    }
    if (undecided !== undefined) {
        return [undecidable(undecided, "with whom the bastion speaks cannot be told")];
    }
    const partners = formatAddressSet(addresses);
    if (direction === "ingress") {
        return mayEnter(addresses, offices)
            ? []
            : [violates(rule, `admits ${partners}, which is not the office`)];
    }
    return isAddressSubset(addresses, privateAddresses)
        ? []
        : [violates(rule, `lets SSH out to ${partners}, which is beyond the VPC`)];
}

const mayEnter = (addresses: AddressSet, offices: readonly string[]): boolean =>
    offices.length === 0 ? !isInternet(addresses) : isAddressSubset(addresses, addressesOf(...offices));
