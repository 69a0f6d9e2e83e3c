import { arnOf, type AwsScope } from "./aws-scope";

/** A service principal and the conditions under which a key serves it. */
export interface KeyGrant {
    principal: string;
    conditions?: Record<string, Record<string, string>>;
}

const ofThisAccount = (scope: AwsScope): Record<string, Record<string, string>> => ({
    StringEquals: { "aws:SourceAccount": scope.account },
});

/** CloudWatch Logs, for log groups of this account. It names the log group in the encryption context. */
export const logsGrant = (scope: AwsScope): KeyGrant => ({
    principal: `logs.${scope.region}.amazonaws.com`,
    conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arnOf(scope, "logs", "log-group:*") } },
});

/** CloudTrail, for trails of this account. */
export const cloudTrailGrant = (scope: AwsScope): KeyGrant => ({
    principal: "cloudtrail.amazonaws.com",
    conditions: ofThisAccount(scope),
});

/** AWS's log delivery service, for flow logs and WAF logs into encrypted buckets. */
export const logDeliveryGrant = (scope: AwsScope): KeyGrant => ({
    principal: "delivery.logs.amazonaws.com",
    conditions: ofThisAccount(scope),
});

/** AWS Config, for what it delivers into an encrypted bucket. */
export const configGrant = (scope: AwsScope): KeyGrant => ({
    principal: "config.amazonaws.com",
    conditions: ofThisAccount(scope),
});

/** CloudWatch alarms, for publishing to an encrypted topic. */
export const alarmGrant = (scope: AwsScope): KeyGrant => ({
    principal: "cloudwatch.amazonaws.com",
    conditions: ofThisAccount(scope),
});

/** EventBridge rules, for publishing to an encrypted topic. They send no source account along. */
export const eventsGrant = (): KeyGrant => ({ principal: "events.amazonaws.com", conditions: {} });
