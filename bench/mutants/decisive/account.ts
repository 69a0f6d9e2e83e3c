import { absent, decisive, type DecisiveProperty } from "./decisive-property";

export const accountProperties: readonly DecisiveProperty[] = [
    ...decisive("password-policy", "aws:iam/accountPasswordPolicy:AccountPasswordPolicy", {
        minimumPasswordLength: [8, absent],
        passwordReusePrevention: [1, absent],
        maxPasswordAge: [365, absent],
        requireLowercaseCharacters: [false, absent],
        requireUppercaseCharacters: [false, absent],
        requireNumbers: [false, absent],
        requireSymbols: [false, absent],
    }),
    ...decisive("serial-console", "aws:ec2/serialConsoleAccess:SerialConsoleAccess", {
        enabled: [true, absent],
    }),
    ...decisive("config-recorder", "aws:cfg/recorder:Recorder", {
        "recordingGroup.allSupported": [false],
        "recordingGroup.includeGlobalResourceTypes": [false, absent],
    }),
    ...decisive("config-recorder", "aws:cfg/recorderStatus:RecorderStatus", { isEnabled: [false] }),
    ...decisive("patching", "aws:ssm/maintenanceWindow:MaintenanceWindow", { enabled: [false] }),
    ...decisive("patching", "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", {
        taskArn: ["AWS-RunShellScript"],
        "taskInvocationParameters.runCommandParameters.parameters.0.values": [["Scan"]],
    }),
    ...decisive("ssm-docs-private", "aws:ssm/document:Document", {
        permissions: [{ type: "Share", accountIds: "all" }],
    }),
    ...decisive("provider-hygiene", "pulumi:providers:aws", { allowedAccountIds: [absent] }),
    ...decisive(["provider-hygiene", "no-embedded-keys"], "pulumi:providers:aws", {
        accessKey: ["AKIAQ3EGRRN7ZJ4H2KXW"],
    }),
    ...decisive("tagging", "aws:ec2/vpc:Vpc", { tags: [absent, { Name: "prod" }] }),
    ...decisive("tagging", "aws:rds/instance:Instance", { tags: [absent] }),
];
