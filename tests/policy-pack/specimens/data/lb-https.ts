import {
    balancer,
    classicBalancer,
    https,
    networkBalancer,
    redirecting,
    targets,
} from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const front = (...more: readonly (readonly SpecimenResource[])[]) => [
    ...balancer(),
    ...https(),
    ...targets(),
    ...more.flat(),
];
const sending = (redirect: SpecimenResource["inputs"]) =>
    front(redirecting({ defaultActions: [{ type: "redirect", redirect }] }));
const older = "aws:alb/listener:Listener";
const way = (listener: string) => [
    resource("aws:lb/listenerRule:ListenerRule", "way", {
        listenerArn: ref(listener, "arn"),
        actions: [{ type: "forward", targetGroupArn: ref("targets", "arn") }],
        conditions: [{ pathPattern: { values: ["/old"] } }],
    }),
];
const tcp = (port: number) => https({ port, protocol: "TCP", certificateArn: undefined });
const classic = (listener: SpecimenResource["inputs"]) =>
    classicBalancer({ listeners: [{ lbPort: 443, instancePort: 8443, ...listener }] });

export const specimens: Specimens = {
    config: { passthroughPorts: [8443], servesHttps: true },
    compliant: {
        "HTTPS, and HTTP sent on to it": front(redirecting()),
        "a way of the HTTPS listener": front(redirecting(), way("https")),
        "HTTP sent on to another balancer, where that is allowed": {
            config: { servesHttps: false },
            resources: [...balancer(), ...redirecting()],
        },
        "a network balancer by TLS": [...networkBalancer(), ...https({ protocol: "TLS" }), ...targets()],
        "a network balancer that passes on what is encrypted": [
            ...networkBalancer(),
            ...tcp(8443),
            ...targets(),
        ],
        "an internal network balancer": [...networkBalancer({ internal: true }), ...tcp(5432), ...targets()],
        "a classic one": classicBalancer(),
        "a gateway balancer": [
            ...networkBalancer({ internal: true, loadBalancerType: "gateway" }),
            ...https({ port: undefined, protocol: undefined, certificateArn: undefined }),
            ...targets({ protocol: "GENEVE" }),
        ],
    },
    violating: {
        "HTTP that answers": front(
            redirecting({ defaultActions: [{ type: "forward", targetGroupArn: ref("targets", "arn") }] }),
        ),
        "HTTP that answers, under the older token": front(
            redirecting(
                { defaultActions: [{ type: "forward", targetGroupArn: ref("targets", "arn") }] },
                older,
            ),
        ),
        "HTTP that answers by a text": front(
            redirecting({
                defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }],
            }),
        ),
        "no protocol, which is HTTP": front(
            redirecting({ protocol: undefined, defaultActions: [{ type: "forward" }] }),
        ),
        "sent on to HTTP": sending({ protocol: "HTTP", statusCode: "HTTP_301" }),
        "sent on by the protocol it came by": sending({ protocol: "#{protocol}", statusCode: "HTTP_301" }),
        "sent on for now only": sending({ protocol: "HTTPS", statusCode: "HTTP_302" }),
        "a way of the HTTP listener that answers": front(redirecting(), way("http")),
        "only HTTP": [...balancer(), ...redirecting()],
        "no certificate": front(redirecting()).map((one) =>
            one.name === "https" ? { ...one, inputs: { ...one.inputs, certificateArn: undefined } } : one,
        ),
        "a public network balancer in the clear": [...networkBalancer(), ...tcp(5432), ...targets()],
        "targets in the clear": targets({ protocol: "HTTP" }),
        "a classic one in the clear": classic({ lbProtocol: "http", instanceProtocol: "https" }),
        "a classic one whose instances are": classic({
            lbProtocol: "https",
            instanceProtocol: "http",
            sslCertificateId: "arn:aws:acm:us-east-1:111122223333:certificate/1",
        }),
        "a classic one whose certificate nobody renews": classic({
            lbProtocol: "https",
            instanceProtocol: "https",
            sslCertificateId: "arn:aws:iam::111122223333:server-certificate/old",
        }),
    },
    undecidable: {
        "a protocol that nobody knows yet": front(redirecting({ protocol: ref("balancer", "anything") })),
        "a target group's": targets({ protocol: ref("targets", "anything") }),
    },
};
