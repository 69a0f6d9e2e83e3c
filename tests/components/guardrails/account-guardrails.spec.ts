import { expect } from "chai";
import {
    AccountGuardrails,
    GuardrailMode,
    type AccountGuardrailsArgs,
} from "../../../components/account-guardrails";
import { PublicAccessMode, VpcPublicAccessBlock } from "../../../components/guardrails/public-access";
import { registered } from "../../support/policy-documents";
import { inputsOf, namesOf, record } from "../../support/recorded";

const good: AccountGuardrailsArgs = {
    accountId: "123456789012",
    region: "us-east-1",
    logsKmsKeyArn: "arn:logs-key",
    dataKmsKeyArn: "arn:data-key",
    retentionDays: 365,
};

const recordGuardrails = (more: Partial<AccountGuardrailsArgs> = {}) =>
    record(() => new AccountGuardrails("prod-account", { ...good, ...more }));

describe("AccountGuardrails", () => {
    it("creates each guardrail, or leaves each to whoever has it already", async () => {
        const { resources } = await recordGuardrails();
        expect(registered(resources.filter(({ custom }) => !custom))).to.deep.equal([
            "palisade:index:AccountDefaults prod-account-defaults",
            "palisade:index:AccountGuardrails prod-account",
            "palisade:index:AuditTrail prod-account-trail",
            "palisade:index:ConfigurationRecorder prod-account-config",
            "palisade:index:LogBucket prod-account-config-snapshots",
            "palisade:index:LogBucket prod-account-trail-logs",
            "palisade:index:ThreatDetection prod-account-threats",
        ]);
        for (const mode of [GuardrailMode.Existing, GuardrailMode.Off]) {
            const none = await recordGuardrails({
                auditTrail: mode,
                configurationRecorder: mode,
                threatDetection: mode,
                accountDefaults: mode,
            });
            expect(registered(none.resources)).to.deep.equal([
                "palisade:index:AccountGuardrails prod-account",
            ]);
        }
    });

    it("records every region's API calls, validated, encrypted and where alarms can read them", async () => {
        const { resources } = await recordGuardrails();
        const trail = inputsOf(resources, "aws:cloudtrail/trail:Trail", "prod-account-trail-trail");
        expect(trail).to.include({
            isMultiRegionTrail: true,
            includeGlobalServiceEvents: true,
            enableLogFileValidation: true,
            enableLogging: true,
            kmsKeyId: "arn:logs-key",
        });
        expect(trail).to.have.any.keys("cloudWatchLogsGroupArn");
        const group = inputsOf(resources, "aws:cloudwatch/logGroup:LogGroup", "prod-account-trail-events");
        expect(group).to.include({ kmsKeyId: "arn:logs-key", retentionInDays: 365 });
    });

    it("lets the trail write to its own log group and assume its role for itself only", async () => {
        const { resources } = await recordGuardrails();
        const role = inputsOf(resources, "aws:iam/role:Role", "prod-account-trail-delivery");
        expect(role["assumeRolePolicy"]).to.contain(
            '"aws:SourceArn":"arn:aws:cloudtrail:us-east-1:123456789012:trail/prod-account-trail"',
        );
    });

    it("records every kind of resource, global ones too, and turns the recorder on", async () => {
        const { resources } = await recordGuardrails();
        const recorder = inputsOf(resources, "aws:cfg/recorder:Recorder", "prod-account-config-recorder");
        expect(recorder["recordingGroup"]).to.deep.equal({
            allSupported: true,
            includeGlobalResourceTypes: true,
        });
        const status = inputsOf(
            resources,
            "aws:cfg/recorderStatus:RecorderStatus",
            "prod-account-config-status",
        );
        expect(status["isEnabled"]).to.equal(true);
    });

    it("keeps AWS's managed rules on the checklist, by rules that AWS names like this", async () => {
        const { resources } = await recordGuardrails();
        const rules = namesOf(resources, "aws:cfg/rule:Rule").map(
            (name) =>
                inputsOf(resources, "aws:cfg/rule:Rule", name)["source"] as { sourceIdentifier: string },
        );
        expect(rules.map(({ sourceIdentifier }) => sourceIdentifier)).to.include.members([
            "INCOMING_SSH_DISABLED",
            "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
            "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
            "VPC_FLOW_LOGS_ENABLED",
            "ENCRYPTED_VOLUMES",
            "EC2_IMDSV2_CHECK",
        ]);
    });

    it("makes safe what is created later by anybody", async () => {
        const { resources } = await recordGuardrails();
        const of = (type: string, name: string) => inputsOf(resources, type, `prod-account-defaults-${name}`);
        expect(of("aws:ebs/encryptionByDefault:EncryptionByDefault", "ebs-encryption")["enabled"]).to.equal(
            true,
        );
        expect(of("aws:ebs/defaultKmsKey:DefaultKmsKey", "ebs-key")["keyArn"]).to.equal("arn:data-key");
        expect(
            of("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "instance-metadata")[
                "httpTokens"
            ],
        ).to.equal("required");
        expect(of("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "serial-console")["enabled"]).to.equal(
            false,
        );
        expect(of("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords")).to.include({
            minimumPasswordLength: 14,
            passwordReusePrevention: 24,
            maxPasswordAge: 90,
        });
    });
});

describe("VpcPublicAccessBlock", () => {
    it("opens the named subnets before it closes the account", async () => {
        const { resources } = await record(
            () =>
                new VpcPublicAccessBlock("prod", {
                    mode: PublicAccessMode.BlockBidirectional,
                    openSubnetIds: { "public-a": "subnet-a" },
                }),
        );
        expect(registered(resources)).to.deep.equal([
            "aws.ec2.VpcBlockPublicAccessExclusion prod-open-public-a",
            "aws.ec2.VpcBlockPublicAccessOptions prod-block",
            "palisade:index:VpcPublicAccessBlock prod",
        ]);
    });
});
