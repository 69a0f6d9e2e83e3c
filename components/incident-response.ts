import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { arnOf, awsScope } from "./planning/aws-scope";
import { quarantineRunbook } from "./planning/incident-runbook";
import { policyDocument, serviceTrust } from "./planning/policy-document";

/** Arguments of IncidentResponse. */
export interface IncidentResponseArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the network. */
    region: string;
    /** The network's VPC. */
    vpcId: pulumi.Input<string>;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * What an incident needs to be there before it happens: a security group that lets nothing in or out,
 * and a runbook that puts an instance into it and keeps its disks.
 *
 * Creates the quarantine group, the automation document and the role it runs as. Free until used;
 * snapshots cost $0.05 per GB and month. The plan itself, and how to drill it, is in
 * docs/incident-response.md. Checklist: "Incident response plan documented and tested".
 */
export class IncidentResponse extends pulumi.ComponentResource {
    /** Id of the group without rules. */
    public readonly quarantineGroupId: pulumi.Output<string>;
    /** Name of the runbook. */
    public readonly runbookName: pulumi.Output<string>;

    constructor(name: string, args: IncidentResponseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:IncidentResponse", name, args, opts);
        const quarantine = new ec2.SecurityGroup(
            `${name}-quarantine`,
            {
                vpcId: args.vpcId,
                description: "Quarantine: nothing in, nothing out",
                tags: {
                    Tier: "quarantine",
                    ...args.tags,
                    Name: `${name}-quarantine`,
                    Purpose: "quarantine",
                },
            },
            { parent: this },
        );
        const runbook = new ssm.Document(
            `${name}-runbook`,
            {
                documentType: "Automation",
                documentFormat: "JSON",
                content: quarantineRunbook(),
                tags: args.tags,
            },
            { parent: this },
        );
        const role = new iam.Role(
            `${name}-runbook`,
            {
                assumeRolePolicy: serviceTrust("ssm.amazonaws.com", {
                    StringEquals: { "aws:SourceAccount": args.accountId },
                }),
                tags: args.tags,
            },
            { parent: this },
        );
        new iam.RolePolicy(
            `${name}-runbook`,
            { role: role.id, policy: runbookPolicy(args) },
            { parent: this },
        );
        this.quarantineGroupId = quarantine.id;
        this.runbookName = runbook.name;
        this.registerOutputs({
            quarantineGroupId: this.quarantineGroupId,
            runbookName: this.runbookName,
        });
    }
}

function runbookPolicy(args: IncidentResponseArgs): string {
    const scope = awsScope(args.accountId, args.region);
    const ec2Resources = (...kinds: string[]): string[] =>
        kinds.map((kind) => arnOf(scope, "ec2", `${kind}/*`));
    return policyDocument(
        {
            Sid: "Isolate",
            Action: "ec2:ModifyInstanceAttribute",
            Resource: ec2Resources("instance", "security-group"),
        },
        {
            Sid: "KeepDisks",
            Action: "ec2:CreateSnapshots",
            Resource: [
                ...ec2Resources("instance", "volume"),
                `arn:${scope.partition}:ec2:${scope.region}::snapshot/*`,
            ],
        },
        { Sid: "Label", Action: "ec2:CreateTags", Resource: ec2Resources("instance") },
        {
            Sid: "LabelEvidence",
            Action: "ec2:CreateTags",
            Resource: `arn:${scope.partition}:ec2:${scope.region}::snapshot/*`,
            Condition: { StringEquals: { "ec2:CreateAction": "CreateSnapshots" } },
        },
    );
}
