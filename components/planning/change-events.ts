/** A kind of change to the network's security that somebody must hear of, and the API calls that make it. */
export interface ChangeEvents {
    /** Part of the rule's name. */
    readonly key: string;
    readonly title: string;
    /** The service the calls belong to, as EventBridge names it. */
    readonly source: string;
    readonly calls: readonly string[];
}

/**
 * The calls that change who can reach whom. Sources: CIS AWS Foundations 4.10–4.14 (5.10–5.14), with
 * `ModifySecurityGroupRules`, the rule-by-rule calls and the newer gateways that those lists forget.
 */
export const networkChanges: readonly ChangeEvents[] = [
    {
        key: "security-group-changes",
        title: "A security group or one of its rules was changed",
        source: "aws.ec2",
        calls: [
            "AuthorizeSecurityGroupIngress",
            "AuthorizeSecurityGroupEgress",
            "RevokeSecurityGroupIngress",
            "RevokeSecurityGroupEgress",
            "ModifySecurityGroupRules",
            "UpdateSecurityGroupRuleDescriptionsIngress",
            "UpdateSecurityGroupRuleDescriptionsEgress",
            "CreateSecurityGroup",
            "DeleteSecurityGroup",
            "ModifyNetworkInterfaceAttribute",
            "AssociateSecurityGroupVpc",
            "DisassociateSecurityGroupVpc",
        ],
    },
    {
        key: "network-acl-changes",
        title: "A network ACL was changed",
        source: "aws.ec2",
        calls: [
            "CreateNetworkAcl",
            "CreateNetworkAclEntry",
            "DeleteNetworkAcl",
            "DeleteNetworkAclEntry",
            "ReplaceNetworkAclEntry",
            "ReplaceNetworkAclAssociation",
        ],
    },
    {
        key: "route-changes",
        title: "A route table was changed",
        source: "aws.ec2",
        calls: [
            "CreateRoute",
            "CreateRouteTable",
            "ReplaceRoute",
            "ReplaceRouteTableAssociation",
            "DeleteRouteTable",
            "DeleteRoute",
            "AssociateRouteTable",
            "DisassociateRouteTable",
        ],
    },
    {
        key: "gateway-changes",
        title: "A way into or out of the network was changed",
        source: "aws.ec2",
        calls: [
            "CreateCustomerGateway",
            "DeleteCustomerGateway",
            "AttachInternetGateway",
            "CreateInternetGateway",
            "DeleteInternetGateway",
            "DetachInternetGateway",
            "CreateEgressOnlyInternetGateway",
            "DeleteEgressOnlyInternetGateway",
            "CreateNatGateway",
            "DeleteNatGateway",
            "CreateTransitGatewayVpcAttachment",
            "DeleteTransitGatewayVpcAttachment",
        ],
    },
    {
        key: "vpc-changes",
        title: "A VPC, its peering or its public access was changed",
        source: "aws.ec2",
        calls: [
            "CreateVpc",
            "DeleteVpc",
            "ModifyVpcAttribute",
            "AcceptVpcPeeringConnection",
            "CreateVpcPeeringConnection",
            "DeleteVpcPeeringConnection",
            "RejectVpcPeeringConnection",
            "ModifyVpcBlockPublicAccessOptions",
            "CreateVpcBlockPublicAccessExclusion",
            "DeleteFlowLogs",
        ],
    },
];

/** The EventBridge pattern that catches the calls, made through any client. */
export const changePattern = (events: ChangeEvents): string =>
    JSON.stringify({
        source: [events.source],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
            eventSource: [`${events.source.slice("aws.".length)}.amazonaws.com`],
            eventName: events.calls,
        },
    });

/** Something in the trail's log group that an alarm counts. */
export interface AuthenticationEvent {
    readonly key: string;
    readonly title: string;
    /** CloudWatch Logs filter pattern. */
    readonly pattern: string;
    /** How many in five minutes raise the alarm. */
    readonly threshold: number;
}

/** Failed or suspicious sign-ins. Sources: CIS AWS Foundations 4.1–4.3 and 4.6 (5.1–5.3, 5.6). */
export const authenticationEvents: readonly AuthenticationEvent[] = [
    {
        key: "console-sign-in-failures",
        title: "Sign-ins to the console failed",
        pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
        threshold: 3,
    },
    {
        key: "console-sign-in-without-mfa",
        title: "Somebody signed in to the console without MFA",
        pattern:
            '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ' +
            '($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
        threshold: 1,
    },
    {
        key: "root-account-use",
        title: "The root account was used",
        pattern:
            '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && ' +
            '$.eventType != "AwsServiceEvent" }',
        threshold: 1,
    },
    {
        key: "unauthorized-api-calls",
        title: "API calls were refused for want of permission",
        pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
        threshold: 5,
    },
    {
        key: "session-manager-denied",
        title: "Session Manager sessions were refused",
        pattern:
            '{ ($.eventSource = "ssm.amazonaws.com") && ($.eventName = "StartSession") && ' +
            '($.errorCode = "AccessDenied*") }',
        threshold: 1,
    },
];

/** Failed sign-ins by SSH, in what sshd writes to a host's authentication log. */
export const sshFailures: AuthenticationEvent = {
    key: "ssh-sign-in-failures",
    title: "Sign-ins by SSH failed",
    pattern: '?"Failed password" ?"Invalid user" ?"Failed publickey" ?"maximum authentication attempts"',
    threshold: 5,
};
