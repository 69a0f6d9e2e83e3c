import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, text, type Block } from "../reading";

/** Protocols that a policy of a classic balancer can switch on and that no longer hold. */
const oldProtocols = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"];

/** What is wrong with what a classic balancer negotiates: an old protocol, or a reference to an old policy. */
export function negotiationFaults(policy: ResourceRecord, isGood: (policy: string) => boolean): Faults {
    const isNegotiation = policy.type.includes("/sslNegotiationPolicy:");
    const kind = text(policy, "policyTypeName", "");
    if (!isNegotiation && kind.known && kind.value !== "SSLNegotiationPolicyType") {
        return [];
    }
    const attributes = blocks(policy, isNegotiation ? "attributes" : "policyAttributes");
    return attributes.known
        ? attributes.value.flatMap((attribute) => ofAttribute(attribute, isGood))
        : [undecidable(attributes.undecided, "which TLS it speaks cannot be told")];
}

function ofAttribute(attribute: Block, isGood: (policy: string) => boolean): Faults {
    const [name, value] = [text(attribute, "name", ""), text(attribute, "value", "")];
    if (!name.known || !value.known) {
        const open = name.known ? value : name;
        return open.known ? [] : [undecidable(open.undecided, "which TLS it speaks cannot be told")];
    }
    if (name.value === "Reference-Security-Policy") {
        return isGood(value.value)
            ? []
            : [violates(value.place, `is "${value.value}", which speaks older TLS`)];
    }
    return oldProtocols.includes(name.value) && value.value.toLowerCase() === "true"
        ? [violates(value.place, `switches on ${name.value.slice("Protocol-".length)}, which is broken`)]
        : [];
}
