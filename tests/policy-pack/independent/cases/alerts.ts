import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const topic = aws("sns:Topic")({}, "topic");
const group = aws("cloudwatch:LogGroup")({ name: "trail" }, "group");
const trail = aws("cloudtrail:Trail")(
    {
        s3BucketName: "logs",
        isMultiRegionTrail: true,
        cloudWatchLogsGroupArn: ref("group", "arn"),
        cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/trail",
    },
    "trail",
);
const metric = (name: string) => ({ name, namespace: "CISBenchmark", value: "1" });
const filter = (pattern: string, name = "metric", inputs: Stated = {}) =>
    aws("cloudwatch:LogMetricFilter")(
        { pattern, logGroupName: ref("group", "name"), metricTransformation: metric(name), ...inputs },
        `${name}-filter`,
    );
const alarm = (name = "metric", inputs: Stated = {}) =>
    aws("cloudwatch:MetricAlarm")(
        {
            metricName: name,
            namespace: "CISBenchmark",
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            evaluationPeriods: 1,
            period: 300,
            statistic: "Sum",
            threshold: 1,
            alarmActions: [ref("topic", "arn")],
            ...inputs,
        },
        `${name}-alarm`,
    );

/** A trail whose events go to a log group, and what listens there. */
const listening = (...what: readonly SpecimenResource[]) => [topic, group, trail, ...what];
const heard = (pattern: string) => listening(filter(pattern), alarm());

/** As AWS writes patterns of CIS's controls, one event after the other. */
const anyOf = (...events: readonly string[]): string =>
    `{${events.map((event) => `($.eventName=${event})`).join(" || ")}}`;

const groupEvents = [
    "AuthorizeSecurityGroupIngress",
    "AuthorizeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress",
    "CreateSecurityGroup",
    "DeleteSecurityGroup",
];
const groupChanges = [...groupEvents, "ModifySecurityGroupRules"];

const networkChanges = {
    acls: [
        "CreateNetworkAcl",
        "CreateNetworkAclEntry",
        "DeleteNetworkAcl",
        "DeleteNetworkAclEntry",
        "ReplaceNetworkAclEntry",
        "ReplaceNetworkAclAssociation",
    ],
    gateways: [
        "CreateCustomerGateway",
        "DeleteCustomerGateway",
        "AttachInternetGateway",
        "CreateInternetGateway",
        "DeleteInternetGateway",
        "DetachInternetGateway",
    ],
    routes: [
        "CreateRoute",
        "CreateRouteTable",
        "ReplaceRoute",
        "ReplaceRouteTableAssociation",
        "DeleteRouteTable",
        "DeleteRoute",
        "DisassociateRouteTable",
    ],
    vpcs: [
        "CreateVpc",
        "DeleteVpc",
        "ModifyVpcAttribute",
        "AcceptVpcPeeringConnection",
        "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection",
        "RejectVpcPeeringConnection",
        "AttachClassicLinkVpc",
        "DetachClassicLinkVpc",
        "DisableVpcClassicLink",
        "EnableVpcClassicLink",
    ],
};
const network = Object.entries(networkChanges).map(([name, events]) => ({
    name,
    parts: [filter(anyOf(...events), name), alarm(name)],
}));
const allNetwork = listening(...network.flatMap(({ parts }) => parts));

const signIns: { readonly [name: string]: string } = {
    failures: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
    withoutMfa:
        '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ' +
        '($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    root: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
    unauthorized: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
};
const allSigns = listening(
    ...Object.entries(signIns).flatMap(([name, pattern]) => [filter(pattern, name), alarm(name)]),
);

/** What the stack has of each kind, so that changes of it concern it. */
const changed: { readonly [name: string]: SpecimenResource } = {
    acls: aws("ec2:NetworkAcl")({ vpcId: "vpc-1" }),
    gateways: aws("ec2:InternetGateway")({ vpcId: "vpc-1" }),
    routes: aws("ec2:RouteTable")({ vpcId: "vpc-1" }),
    vpcs: aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }),
};
const of = (name: string) => network.filter((one) => one.name === name).flatMap(({ parts }) => parts);

const networkFixture = (id: string, kind: string): Fixture =>
    from("trivy", id, {
        pass: {
            "all four kinds of changes": [...allNetwork, changed[kind]!],
            "the one kind that the stack has": listening(...of(kind), changed[kind]!),
        },
        fail: {
            "nothing that listens": listening(changed[kind]!),
            "no alarm": listening(of(kind)[0]!, changed[kind]!),
            "all kinds but what the stack has": listening(
                ...network.filter(({ name }) => name !== kind).flatMap(({ parts }) => parts),
                changed[kind]!,
            ),
        },
    });

const signInFixture = (id: string, sign: string): Fixture =>
    from("trivy", id, {
        pass: { "all four signs": allSigns },
        otherwiseInProduction: ["all four signs"],
        fail: {
            "nothing that listens": listening(),
            "a filter without an alarm": listening(filter(signIns[sign]!, sign)),
        },
    });

const rule = (events: readonly string[], inputs: Stated = {}) => [
    topic,
    aws("cloudwatch:EventRule")(
        {
            eventPattern: JSON.stringify({
                source: ["aws.ec2"],
                "detail-type": ["AWS API Call via CloudTrail"],
                detail: { eventSource: ["ec2.amazonaws.com"], eventName: events },
            }),
            ...inputs,
        },
        "rule",
    ),
    aws("cloudwatch:EventTarget")({ rule: ref("rule", "name"), arn: ref("topic", "arn") }, "target"),
];

export const alerts: readonly Fixture[] = [
    from("trivy", "AWS-0156", {
        pass: {
            "every change": heard(anyOf(...groupChanges)),
            "every change, by a rule of EventBridge": [group, trail, ...rule(groupChanges)],
            "every change, with blanks": heard(
                `{ ${groupChanges.map((event) => `($.eventName = "${event}")`).join(" || ")} }`,
            ),
        },
        fail: {
            "nothing that listens": listening(),
            "no alarm": listening(filter(anyOf(...groupChanges))),
            "an alarm of another metric": listening(filter(anyOf(...groupChanges)), alarm("other")),
            "an alarm that tells nobody": listening(
                filter(anyOf(...groupChanges)),
                alarm("metric", { alarmActions: [] }),
            ),
            "an alarm of another namespace": listening(
                filter(anyOf(...groupChanges)),
                alarm("metric", { namespace: "Other" }),
            ),
            "some changes": heard(anyOf(...groupChanges.slice(0, 2))),
            "a rule that is off": [group, trail, ...rule(groupChanges, { state: "DISABLED" })],
        },
        disputed: {
            "CIS's six events": {
                theirs: "pass",
                because: "ModifySecurityGroupRules opens a group, too, and the control names it",
                resources: heard(anyOf(...groupEvents)),
            },
        },
    }),
    networkFixture("AWS-0157", "acls"),
    networkFixture("AWS-0158", "gateways"),
    networkFixture("AWS-0159", "routes"),
    networkFixture("AWS-0160", "vpcs"),
    signInFixture("AWS-0147", "unauthorized"),
    signInFixture("AWS-0148", "withoutMfa"),
    signInFixture("AWS-0149", "root"),
    signInFixture("AWS-0152", "failures"),
];
