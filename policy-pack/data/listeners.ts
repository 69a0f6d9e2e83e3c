import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, blocks, isSet, text, type Block, type Source } from "../reading";

export const listenerType = "aws:lb/listener:Listener";
export const listenerRuleType = "aws:lb/listenerRule:ListenerRule";
export const targetGroupType = "aws:lb/targetGroup:TargetGroup";
export const balancerType = "aws:lb/loadBalancer:LoadBalancer";
export const classicBalancerType = "aws:elb/loadBalancer:LoadBalancer";

/** Protocols of a listener or target that encrypt by themselves. */
export const encryptedProtocols: readonly string[] = ["HTTPS", "TLS", "SSL"];

/** The protocol in capitals; undefined where it is not set or not known. */
export function protocolOf(source: Source, property = "protocol"): string | undefined {
    const protocol = text(source, property);
    return protocol.known ? protocol.value?.toUpperCase() : undefined;
}

/** What clients of a listener speak: plain HTTP where it has a port and does not say. */
export const listenerProtocol = (listener: Source): string | undefined =>
    protocolOf(listener) ?? (isSet(listener, "port") && !isSet(listener, "protocol") ? "HTTP" : undefined);

/** A fault where the protocol is not known, for then nothing about its encryption is. */
function unknownProtocol(source: Source, property = "protocol"): Faults {
    const protocol = text(source, property);
    return protocol.known ? [] : [undecidable(protocol.undecided, "whether it encrypts cannot be told")];
}

/** A fault for everything that a plain HTTP listener or rule does but send clients on to HTTPS. */
export function unlessRedirects(source: Source, property: "defaultActions" | "actions"): Faults {
    const actions = blocks(source, property);
    if (!actions.known) {
        return [undecidable(actions.undecided, "whether it sends clients on to HTTPS cannot be told")];
    }
    return actions.value.length === 0
        ? [violates(at(source, property), "is not set, so HTTP is not sent on to HTTPS")]
        : actions.value.flatMap(unlessToHttps);
}

function unlessToHttps(action: Block): Faults {
    const [type, protocol, code] = [
        text(action, "type", "redirect"),
        // Left out, it is the protocol that the client came by.
        text(action, "redirect.protocol", "#{protocol}"),
        text(action, "redirect.statusCode", ""),
    ];
    if (!type.known || !protocol.known || !code.known) {
        return [type, protocol, code].flatMap((reading) =>
            reading.known ? [] : [undecidable(reading.undecided, "whether it redirects cannot be told")],
        );
    }
    if (type.value !== "redirect") {
        return [violates(type.place, `is "${type.value}": it answers in the clear what must go to HTTPS`)];
    }
    return [
        ...(protocol.value === "HTTPS"
            ? []
            : [violates(protocol.place, `is "${protocol.value}", so the client stays in the clear`)]),
        ...(["HTTP_301", "301"].includes(code.value)
            ? []
            : [violates(code.place, `is "${code.value}": browsers come back in the clear every time`)]),
    ];
}

/** A fault unless a listener that encrypts names a certificate. */
const unlessCertified = (listener: Source, property: string): Faults =>
    isSet(listener, property)
        ? []
        : [violates(at(listener, property), "is not set, so nothing can be encrypted")];

/** A fault for each door of a classic balancer that is plain, on either side. */
function classicDoors(balancer: ResourceRecord, allowsPlainTargets: boolean): Faults {
    const listeners = blocks(balancer, "listeners");
    if (!listeners.known) {
        return [undecidable(listeners.undecided, "whether it encrypts cannot be told")];
    }
    return listeners.value.flatMap((listener) => [
        ...unknownProtocol(listener, "lbProtocol"),
        ...(encryptedProtocols.includes(protocolOf(listener, "lbProtocol") ?? "SSL")
            ? acmCertificate(listener)
            : [violates(at(listener, "lbProtocol"), "takes clients in the clear")]),
        ...(allowsPlainTargets ||
        encryptedProtocols.includes(protocolOf(listener, "instanceProtocol") ?? "SSL")
            ? []
            : [violates(at(listener, "instanceProtocol"), "sends to its instances in the clear")]),
    ]);
}

function acmCertificate(listener: Block): Faults {
    const certificate = text(listener, "sslCertificateId");
    return certificate.known &&
        certificate.value !== undefined &&
        !certificate.value.startsWith("arn:aws:acm:")
        ? [violates(certificate.place, "is no certificate of ACM, so nobody renews it")]
        : unlessCertified(listener, "sslCertificateId");
}

/** What a listener, a target group or a classic balancer shows by itself of what crosses in the clear. */
export function balancingFaults(record: ResourceRecord, plainTargets: boolean): Faults {
    if (record.type.endsWith("/loadBalancer:LoadBalancer")) {
        return classicDoors(record, plainTargets);
    }
    if (record.type.endsWith("/targetGroup:TargetGroup")) {
        return protocolOf(record) === "HTTP" && !plainTargets
            ? [violates(at(record, "protocol"), "is HTTP: what leaves the balancer can be read in the VPC")]
            : unknownProtocol(record);
    }
    const protocol = listenerProtocol(record);
    return protocol === "HTTP"
        ? unlessRedirects(record, "defaultActions")
        : encryptedProtocols.includes(protocol ?? "")
          ? unlessCertified(record, "certificateArn")
          : unknownProtocol(record);
}
