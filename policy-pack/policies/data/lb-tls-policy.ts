import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { classicBalancerType, listenerType } from "../../data/listeners";
import { listenerTlsFaults, negotiationFaults, unnegotiatedFaults } from "../../data/tls-negotiation";
import type { Faults } from "../../fault";
import { perResourceAndStack, rule } from "../../rule";
import { textList, toggle } from "../../settings";

const types = [
    listenerType,
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
    perResourceAndStack(
        types,
        (record, settings) => ofOne(record, settings),
        (stack, settings) => [
            ...stack.stated(...types).flatMap((record) => ofOne(record, settings)),
            ...stack.stated(classicBalancerType).flatMap((balancer) => unnegotiatedFaults(stack, balancer)),
        ],
    ),
);

interface Accepted {
    readonly acceptedPolicies: readonly string[];
    readonly olderCiphers: boolean;
}

function ofOne(record: ResourceRecord, { acceptedPolicies, olderCiphers }: Accepted): Faults {
    const isGood = (policy: string): boolean =>
        acceptedPolicies.some((start) => policy.startsWith(start)) &&
        (olderCiphers || !/-Ext\d?-/.test(policy));
    return record.type.includes("/listener:")
        ? listenerTlsFaults(record, isGood)
        : negotiationFaults(record, isGood);
}
