import { absent, decisive, type DecisiveProperty } from "./decisive-property";

export const balancerTypes = {
    balancer: "aws:lb/loadBalancer:LoadBalancer",
    listener: "aws:lb/listener:Listener",
    targets: "aws:lb/targetGroup:TargetGroup",
} as const;

const { balancer, listener, targets } = balancerTypes;

export const loadBalancingProperties: readonly DecisiveProperty[] = [
    ...decisive("alb-hygiene", balancer, {
        dropInvalidHeaderFields: [false, absent],
        enableDeletionProtection: [false, absent],
        desyncMitigationMode: ["monitor"],
    }),
    ...decisive("lb-access-logs", balancer, { "accessLogs.enabled": [false], accessLogs: [absent] }),
    ...decisive(
        "lb-tls-policy",
        listener,
        {
            sslPolicy: [
                "ELBSecurityPolicy-2016-08",
                "ELBSecurityPolicy-TLS-1-0-2015-04",
                "ELBSecurityPolicy-TLS13-1-0-2021-06",
                absent,
            ],
        },
        /https/,
    ),
    ...decisive(["lb-https", "intent-equals-effect"], listener, { protocol: ["HTTP"] }, /https/),
    ...decisive(
        "lb-https",
        listener,
        {
            "defaultActions.0.redirect.protocol": ["HTTP"],
            defaultActions: [
                [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } }],
            ],
        },
        /prod-alb-http$/,
    ),
    ...decisive("target-group-health", targets, { "healthCheck.enabled": [false], healthCheck: [absent] }),
];
