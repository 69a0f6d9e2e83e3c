import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { encryptedProtocols, listenerType, protocolOf } from "../../data/listeners";
import { negotiationFaults } from "../../data/tls-negotiation";
import { undecidable, violates, type Faults } from "../../fault";
import { at, isSet, text } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList, toggle } from "../../settings";

const classicTypes = [
    "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
    "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
];

export const lbTlsPolicy = rule(
    {
        id: "lb-tls-policy",
        title: "Load balancers speak TLS 1.2 or newer, with ciphers that still hold",
        severity: "high",
        checklist: ["data-2"],
        why: "What is left out is a policy of 2016, which still speaks TLS 1.0 with ciphers long broken.",
        fix: "Set `sslPolicy` to ELBSecurityPolicy-TLS13-1-2-Res-2021-06.",
        docs: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
        config: {
            acceptedPolicies: textList("How the names of policies begin that are good enough", [
                "ELBSecurityPolicy-TLS13-1-3-",
                "ELBSecurityPolicy-TLS13-1-2-",
                "ELBSecurityPolicy-TLS-1-2-",
                "ELBSecurityPolicy-FS-1-2-",
            ]),
            olderCiphers: toggle("Whether the `Ext` variants with CBC ciphers are good enough", false),
        },
    },
    perResource([listenerType, ...classicTypes], (record, { acceptedPolicies, olderCiphers }): Faults => {
        const isGood = (policy: string): boolean =>
            acceptedPolicies.some((start) => policy.startsWith(start)) &&
            (olderCiphers || !/-Ext\d?-/.test(policy));
        return record.type.includes("/listener:")
            ? ofListener(record, isGood)
            : negotiationFaults(record, isGood);
    }),
);

function ofListener(listener: ResourceRecord, isGood: (policy: string) => boolean): Faults {
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
