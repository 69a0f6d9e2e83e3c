import { balancer, https, redirecting, targets } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const speaking = (sslPolicy: string | undefined, token?: string) => [
    ...balancer(),
    ...https({ sslPolicy }, token),
    ...targets(),
];
const classic = (name: string, value: string, policyTypeName = "SSLNegotiationPolicyType") => [
    resource("aws:elb/loadBalancerPolicy:LoadBalancerPolicy", "policy", {
        loadBalancerName: "old",
        policyName: "tls",
        policyTypeName,
        policyAttributes: [{ name, value }],
    }),
];
const negotiation = (name: string) => [
    resource("aws:elb/sslNegotiationPolicy:SslNegotiationPolicy", "policy", {
        loadBalancer: "old",
        lbPort: 443,
        attributes: [{ name, value: "true" }],
    }),
];

const door = (lbPort: number, lbProtocol: string) => ({
    lbPort,
    lbProtocol,
    instancePort: 8080,
    instanceProtocol: "HTTP",
});
const classicBalancer = (...listeners: readonly ReturnType<typeof door>[]) =>
    resource("aws:elb/loadBalancer:LoadBalancer", "old", { listeners });
const ofBalancer = (lbPort: number) =>
    negotiation("Protocol-TLSv1.2").map((one) => ({
        ...one,
        inputs: { ...one.inputs, loadBalancer: ref("old"), lbPort },
    }));
const assigned = resource("aws:elb/listenerPolicy:ListenerPolicy", "assigned", {
    loadBalancerName: ref("old", "name"),
    loadBalancerPort: 443,
    policyNames: ["tls"],
});

export const specimens: Specimens = {
    compliant: {
        "TLS 1.2 and 1.3": speaking("ELBSecurityPolicy-TLS13-1-2-2021-06"),
        "TLS 1.3 only": speaking("ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04"),
        "keys that quantum computers cannot find": speaking("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
        "forward secrecy": speaking("ELBSecurityPolicy-FS-1-2-Res-2020-10"),
        "plain HTTP, which has none": [...balancer(), ...redirecting()],
        "a classic one": classic("Reference-Security-Policy", "ELBSecurityPolicy-TLS-1-2-2017-01"),
        "a classic one, spelt out": negotiation("Protocol-TLSv1.2"),
        "a classic balancer's encrypted port with its negotiation": [
            classicBalancer(door(443, "HTTPS"), door(80, "HTTP")),
            ...ofBalancer(443),
        ],
        "a classic balancer's encrypted port with its policy": [
            classicBalancer(door(443, "ssl")),
            ...classic("Reference-Security-Policy", "ELBSecurityPolicy-TLS-1-2-2017-01"),
            assigned,
        ],
        "a classic one's other policy": classic("CookieName", "session", "AppCookieStickinessPolicyType"),
    },
    violating: {
        "left out": speaking(undefined),
        "the policy of 2016": speaking("ELBSecurityPolicy-2016-08"),
        "TLS 1.0 by a policy of TLS 1.3": speaking("ELBSecurityPolicy-TLS13-1-0-2021-06"),
        "TLS 1.1, under the older token": speaking(
            "ELBSecurityPolicy-TLS13-1-1-2021-06",
            "aws:alb/listener:Listener",
        ),
        "older ciphers": speaking("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06"),
        "a classic balancer's encrypted port of which nothing is said": [classicBalancer(door(443, "HTTPS"))],
        "a classic balancer's second encrypted port": [
            classicBalancer(door(443, "HTTPS"), door(8443, "SSL")),
            ...ofBalancer(443),
        ],
        "a classic one by an old policy": classic("Reference-Security-Policy", "ELBSecurityPolicy-2015-05"),
        "a classic one by an old protocol": classic("Protocol-TLSv1", "true"),
        "a classic one's negotiation": negotiation("Protocol-SSLv3"),
    },
    undecidable: {
        "as nobody knows yet": [
            ...balancer(),
            ...https({ sslPolicy: ref("balancer", "anything") }),
            ...targets(),
        ],
    },
};
