import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, blocks, isSet, number, text, valueAt, type Block } from "../reading";
import type { Stack } from "../stack";
import { classicBalancerType, encryptedProtocols, protocolOf } from "./listeners";

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

/** What is wrong with the security policy that a listener names, or with naming none. */
export function listenerTlsFaults(listener: ResourceRecord, isGood: (policy: string) => boolean): Faults {
    if (!encryptedProtocols.includes(protocolOf(listener) ?? "")) {
        return [];
    }
    if (!isSet(listener, "sslPolicy")) {
        return [violates(at(listener, "sslPolicy"), "is not set, which means TLS 1.0 and ciphers of 2016")];
    }
    const policy = text(listener, "sslPolicy", "");
    return !policy.known
        ? [undecidable(policy.undecided, "which TLS it speaks cannot be told")]
        : isGood(policy.value)
          ? []
          : [violates(policy.place, `is "${policy.value}", which speaks older TLS or weaker ciphers`)];
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

/** What says, in a resource of its own, which TLS one port of a classic balancer speaks. */
const assignments = [
    {
        type: "aws:elb/listenerPolicy:ListenerPolicy",
        balancer: "loadBalancerName",
        port: "loadBalancerPort",
        says: "policyNames",
    },
    {
        type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
        balancer: "loadBalancer",
        port: "lbPort",
        says: "attributes",
    },
];

/** A fault for each encrypted door of a classic balancer for which nobody says which TLS it speaks. */
export function unnegotiatedFaults(stack: Stack, balancer: ResourceRecord): Faults {
    const doors = blocks(balancer, "listeners");
    return (doors.known ? doors.value : [])
        .filter((door) => encryptedProtocols.includes(protocolOf(door, "lbProtocol") ?? ""))
        .flatMap((door): Faults => {
            const port = number(door, "lbPort");
            const said = assignments.flatMap((one) =>
                stack
                    .stated(one.type)
                    .filter((record) => isSet(record, one.says))
                    .filter((record) => !port.known || speaksFor(record, one.port, port.value))
                    .map((record) => stack.references(record, one.balancer, classicBalancerType)),
            );
            if (said.some((named) => named.known && named.value.some(({ urn }) => urn === balancer.urn))) {
                return [];
            }
            const open = said.flatMap((named) => (named.known ? [] : [named.undecided]));
            return open.length > 0
                ? open.map((one) => undecidable(one, "whether this balancer negotiates by it cannot be told"))
                : [
                      violates(
                          at(door, "lbProtocol"),
                          `is "${String(valueAt(door, "lbProtocol"))}" without a negotiation policy, ` +
                              "which means TLS 1.0 and ciphers of 2016",
                          {
                              fix:
                                  "Add an `aws.elb.SslNegotiationPolicy` for the port, with the attribute " +
                                  "Reference-Security-Policy = ELBSecurityPolicy-TLS-1-2-2017-01.",
                          },
                      ),
                  ];
        });
}

function speaksFor(record: ResourceRecord, property: string, port: number | undefined): boolean {
    const own = number(record, property);
    return !own.known || own.value === port;
}
