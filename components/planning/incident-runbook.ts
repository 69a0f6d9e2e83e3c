/**
 * The runbook that takes a suspicious instance out of service without destroying what it can tell: it
 * leaves its Auto Scaling group, its disks are copied, and its only group becomes the quarantine.
 * An automation document of Systems Manager, schema 0.3.
 */
export const quarantineRunbook = (): string =>
    JSON.stringify({
        schemaVersion: "0.3",
        description: "Isolate an instance, keep its evidence, and tell nobody on it",
        assumeRole: "{{ AutomationAssumeRole }}",
        parameters: {
            InstanceId: { type: "AWS::EC2::Instance::Id", description: "The instance to isolate" },
            QuarantineGroupId: {
                type: "AWS::EC2::SecurityGroup::Id",
                description: "The group without rules",
            },
            AutomationAssumeRole: { type: "AWS::IAM::Role::Arn", description: "The role of the runbook" },
        },
        mainSteps: [
            step("protectFromTermination", "ModifyInstanceAttribute", {
                InstanceId: "{{ InstanceId }}",
                DisableApiTermination: { Value: true },
            }),
            step("isolate", "ModifyInstanceAttribute", {
                InstanceId: "{{ InstanceId }}",
                Groups: ["{{ QuarantineGroupId }}"],
            }),
            step("keepDisks", "CreateSnapshots", {
                InstanceSpecification: { InstanceId: "{{ InstanceId }}" },
                Description: "Evidence of {{ InstanceId }}",
                CopyTagsFromSource: "volume",
            }),
            step("label", "CreateTags", {
                Resources: ["{{ InstanceId }}"],
                Tags: [{ Key: "Quarantined", Value: "{{ global:DATE_TIME }}" }],
            }),
        ],
    });

const step = (name: string, api: string, inputs: object) => ({
    name,
    action: "aws:executeAwsApi",
    inputs: { Service: "ec2", Api: api, ...inputs },
});
