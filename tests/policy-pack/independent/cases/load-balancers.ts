import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

const balancer = aws("lb:LoadBalancer");
const alias = aws("alb:LoadBalancer");
const classic = aws("elb:LoadBalancer");

type Stated = { readonly [property: string]: SpecimenValue };

/** One property of every kind of balancer that has it: what AWS's suites try. */
const stated = (inputs: Stated, kinds: readonly string[] = ["application"]): Cases =>
    Object.fromEntries(
        kinds.flatMap((loadBalancerType) => {
            const said = `${loadBalancerType}, ${JSON.stringify(inputs)}`;
            const all = { loadBalancerType, ...inputs };
            return [
                [said, [balancer(all)]],
                [`${said}, by its other token`, [alias(all)]],
            ];
        }),
    );

const logs = { bucket: "example", enabled: true };
const everyKind = ["application", "network"];

const wafFor = (balancers: readonly SpecimenResource[], webAclArn: SpecimenValue) => [
    ...balancers,
    aws("wafv2:WebAclAssociation")({ resourceArn: ref("subject", "arn"), webAclArn }, "association"),
];
const rules = {
    rules: [{ name: "rule-1", priority: 1, statement: { geoMatchStatement: { countryCodes: ["US"] } } }],
};
const acl = (inputs: Stated = rules) =>
    aws("wafv2:WebAcl")({ scope: "REGIONAL", defaultAction: { allow: {} }, ...inputs }, "acl");
const inGroup = { maxSize: 10, minSize: 1 };
const fleet = aws("autoscaling:Group");
const targets = aws("lb:TargetGroup");
const http = { name: "tf-example-lb-tg", port: 8080, protocol: "HTTP", vpcId: "vpc-1" };
const attached = (group: Stated) => [
    fleet({ ...inGroup, ...group }, "fleet"),
    targets({ ...http, healthCheck: { path: "/", matcher: "200-499" } }),
    aws("autoscaling:Attachment")(
        { autoscalingGroupName: ref("fleet"), lbTargetGroupArn: ref("subject", "arn") },
        "attachment",
    ),
];

export const loadBalancers: readonly Fixture[] = [
    from("checkov", "CKV_AWS_131", {
        about: /dropInvalidHeaderFields/,
        pass: { ...stated({ dropInvalidHeaderFields: true }), ...stated({}, ["network", "gateway"]) },
        fail: { ...stated({}), ...stated({ dropInvalidHeaderFields: false }) },
    }),
    from("cdk-nag", "ALBHttpDropInvalidHeaderEnabled", {
        about: /dropInvalidHeaderFields/,
        pass: stated({ dropInvalidHeaderFields: "true" }),
        fail: stated({ accessLogs: logs }),
    }),
    from("trivy", "AWS-0052", {
        about: /dropInvalidHeaderFields/,
        pass: stated({ dropInvalidHeaderFields: true }),
        fail: stated({ dropInvalidHeaderFields: false }),
    }),
    from("checkov", "CKV_AWS_150", {
        about: /enableDeletionProtection/,
        pass: stated({ enableDeletionProtection: true }, everyKind),
        fail: { ...stated({}, everyKind), ...stated({ enableDeletionProtection: false }, everyKind) },
    }),
    from("cdk-nag", "ELBDeletionProtectionEnabled", {
        about: /enableDeletionProtection/,
        pass: stated({ enableDeletionProtection: true }),
        fail: stated({ enableDeletionProtection: false }),
    }),
    from("checkov", "CKV_AWS_328", {
        about: /desyncMitigationMode/,
        pass: {
            ...stated({}),
            ...stated({ desyncMitigationMode: "defensive" }),
            ...stated({ desyncMitigationMode: "strictest" }),
            "classic, defensive": [classic({ desyncMitigationMode: "defensive" })],
        },
        fail: {
            ...stated({ desyncMitigationMode: "monitor" }),
            "classic, monitor": [classic({ desyncMitigationMode: "monitor" })],
        },
    }),
    from("checkov", "CKV_AWS_152", {
        about: /CrossZone/i,
        pass: { ...stated({ enableCrossZoneLoadBalancing: true }, ["network"]), ...stated({}) },
        fail: {
            ...stated({}, ["network"]),
            ...stated({ enableCrossZoneLoadBalancing: false }, ["network", "gateway"]),
        },
    }),
    from("checkov", "CKV_AWS_138", {
        about: /crossZone/i,
        pass: {
            "classic, by default": [classic({})],
            "classic, as said": [classic({ crossZoneLoadBalancing: true })],
        },
        fail: { "classic, not": [classic({ crossZoneLoadBalancing: false })] },
    }),
    from("cdk-nag", "ELBCrossZoneLoadBalancingEnabled", {
        about: /crossZone|zone/i,
        pass: {
            "two zones": [
                classic({ crossZoneLoadBalancing: true, availabilityZones: ["us-east-1a", "us-east-1b"] }),
            ],
        },
        fail: {
            "one zone": [classic({ crossZoneLoadBalancing: true, availabilityZones: ["us-east-1a"] })],
            "not across zones": [classic({ crossZoneLoadBalancing: false })],
        },
    }),
    from("checkov", "CKV_AWS_91", {
        pass: { ...stated({ accessLogs: logs }, everyKind), ...stated({}, ["gateway"]) },
        fail: {
            ...stated({}, everyKind),
            ...stated({ accessLogs: { bucket: "example" } }),
            ...stated({ accessLogs: { bucket: "example", enabled: false } }, everyKind),
        },
    }),
    from("checkov", "CKV_AWS_92", {
        pass: {
            "classic, by default on": [classic({ accessLogs: { bucket: "foo" } })],
            "classic, on": [classic({ accessLogs: logs })],
        },
        fail: {
            "classic, without": [classic({})],
            "classic, off": [classic({ accessLogs: { bucket: "foo", enabled: false } })],
        },
    }),
    from("cdk-nag", "ELBLoggingEnabled", {
        pass: stated({ accessLogs: logs }, everyKind),
        fail: { "classic, off": [classic({ accessLogs: { bucket: "foo", enabled: false } })], ...stated({}) },
    }),
    from("trivy", "AWS-0053", {
        pass: stated({ internal: true }, everyKind),
        fail: { ...stated({}), ...stated({ internal: false }) },
    }),
    from("checkov", "CKV2_AWS_28", {
        pass: {
            "a public balancer behind a firewall": [
                acl(),
                ...wafFor([balancer({ internal: false })], ref("acl", "arn")),
            ],
            "an internal balancer": [balancer({ internal: true })],
            "a network balancer": [balancer({ loadBalancerType: "network" })],
        },
        fail: {
            "a public balancer": [balancer({ internal: false })],
            "a balancer by default": [balancer({})],
        },
        disputed: {
            "a public balancer behind WAF Classic": {
                theirs: "pass",
                because: "AWS ended WAF Classic, and the control asks for WAFv2",
                resources: [
                    balancer({ internal: false }),
                    aws("wafregional:WebAclAssociation")(
                        { resourceArn: ref("subject", "arn"), webAclId: "acl" },
                        "association",
                    ),
                ],
            },
        },
    }),
    from("cdk-nag", "ALBWAFEnabled", {
        pass: {
            "a firewall of another stack": wafFor(
                [balancer({})],
                "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/bar/12345678-1234-1234-1234-123456789012",
            ),
        },
        fail: { "no firewall": [balancer({})] },
    }),
    from("checkov", "CKV_AWS_175", {
        pass: { rules: [acl(), ...wafFor([balancer({})], ref("acl", "arn"))] },
        fail: { "no rules": [acl({}), ...wafFor([balancer({})], ref("acl", "arn"))] },
    }),
    from("checkov", "CKV_AWS_261", {
        pass: {
            "a path": [targets({ ...http, healthCheck: { path: "/health", port: "8080" } })],
            "a network group's health by TCP": [
                targets({ ...http, protocol: "TCP", healthCheck: { protocol: "TCP" } }),
            ],
        },
        fail: {
            "nothing said": [targets(http)],
            "no path": [targets({ ...http, healthCheck: { port: "8080" } })],
        },
    }),
    from("checkov", "CKV2_AWS_15", {
        pass: { "ELB's own health": attached({ healthCheckType: "ELB" }) },
        fail: { "EC2's own health": attached({ healthCheckType: "EC2" }), "nothing said": attached({}) },
    }),
    from("cdk-nag", "AutoScalingGroupELBHealthCheckRequired", {
        pass: {
            "no balancer": [fleet(inGroup)],
            "a classic balancer": [fleet({ ...inGroup, loadBalancers: ["lb"], healthCheckType: "ELB" })],
            "target groups": [fleet({ ...inGroup, targetGroupArns: ["a", "b"], healthCheckType: "ELB" })],
        },
        fail: {
            "nothing said": [fleet({ ...inGroup, loadBalancers: ["lb"] })],
            "EC2's, behind target groups": [
                fleet({ ...inGroup, targetGroupArns: ["a", "b"], healthCheckType: "EC2" }),
            ],
            "EC2's, behind a classic balancer": [
                fleet({ ...inGroup, loadBalancers: ["lb"], healthCheckType: "EC2" }),
            ],
        },
    }),
];
