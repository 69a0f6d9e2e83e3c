import { arnOf, type AwsScope } from "./aws-scope";
import { policyDocument } from "./policy-document";

/** How sessions are recorded, encrypted and ended. */
export interface SessionPreferences {
    readonly logGroup: string;
    readonly bucket: string;
    readonly keyAlias: string;
    readonly idleTimeoutMinutes: number;
    readonly maximumSessionMinutes: number;
}

/**
 * The content of the document `SSM-SessionManagerRunShell`, which Session Manager reads before every
 * session. Source: Systems Manager guide, "Session document schema".
 */
export const sessionPreferences = (preferences: SessionPreferences): string =>
    JSON.stringify({
        schemaVersion: "1.0",
        description: "Session preferences, managed by Pulumi",
        sessionType: "Standard_Stream",
        inputs: {
            s3BucketName: preferences.bucket,
            s3KeyPrefix: "sessions",
            s3EncryptionEnabled: true,
            cloudWatchLogGroupName: preferences.logGroup,
            cloudWatchEncryptionEnabled: true,
            cloudWatchStreamingEnabled: true,
            kmsKeyId: preferences.keyAlias,
            runAsEnabled: false,
            runAsDefaultUser: "",
            idleSessionTimeout: String(preferences.idleTimeoutMinutes),
            maxSessionDuration: String(preferences.maximumSessionMinutes),
            shellProfile: { linux: "", windows: "" },
        },
    });

/** Which instances operators may enter. */
export interface OperatorTarget {
    readonly tag: string;
    readonly value: string;
    readonly keyAlias: string;
}

/**
 * What an operator may do: enter tagged instances with MFA through the account's own preferences, and
 * end or resume the sessions that are theirs.
 * Source: Systems Manager guide, "Sample IAM policies for Session Manager".
 */
export function operatorPolicy(scope: AwsScope, target: OperatorTarget): string {
    const withMfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    return policyDocument(
        {
            Sid: "EnterTaggedInstancesWithMfa",
            Action: "ssm:StartSession",
            Resource: arnOf(scope, "ec2", "instance/*"),
            Condition: {
                ...withMfa,
                StringEquals: { [`ssm:resourceTag/${target.tag}`]: target.value },
                BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" },
            },
        },
        {
            Sid: "OnlyWithTheAccountsPreferences",
            Action: "ssm:StartSession",
            Resource: arnOf(scope, "ssm", "document/SSM-SessionManagerRunShell"),
            Condition: withMfa,
        },
        {
            Sid: "OwnSessions",
            Action: ["ssm:TerminateSession", "ssm:ResumeSession"],
            Resource: arnOf(scope, "ssm", "session/${aws:userid}-*"),
        },
        {
            Sid: "SessionKey",
            Action: "kms:GenerateDataKey",
            Resource: arnOf(scope, "kms", "key/*"),
            Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": target.keyAlias } },
        },
        {
            // These list calls know no narrower resource.
            Sid: "FindInstances",
            Action: ["ssm:DescribeSessions", "ssm:GetConnectionStatus", "ssm:DescribeInstanceInformation"],
            Resource: "*",
        },
    );
}
