import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of Patching. */
export interface PatchingArgs {
    /** The patch group, that is the value of the tag `PatchGroup` on the instances. */
    patchGroup: string;
    /** The instances' system: `AMAZON_LINUX_2023`, `UBUNTU`, `WINDOWS`… Defaults to `AMAZON_LINUX_2023`. */
    operatingSystem?: string;
    /** Days that a security patch ages before it is approved. Defaults to 3; critical ones do not wait. */
    approveAfterDays?: number;
    /** When to patch, as a cron expression of Systems Manager. Defaults to Sundays at 04:00. */
    schedule?: string;
    /** The schedule's time zone. Defaults to UTC. */
    scheduleTimezone?: string;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * Patch Manager for a group of instances: which patches are approved and when, and a weekly window in
 * which they are installed, a quarter of the instances at a time, with a reboot where needed.
 *
 * Creates a patch baseline, its patch group, a maintenance window with target and task. Free for EC2.
 * Checklist: "Patch management process (Systems Manager Patch Manager)".
 */
export class Patching extends pulumi.ComponentResource {
    /** Id of the baseline. */
    public readonly baselineId: pulumi.Output<string>;

    constructor(name: string, args: PatchingArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:Patching", name, args, opts);
        const parent = { parent: this };
        const baseline = new ssm.PatchBaseline(
            `${name}-baseline`,
            {
                description: `Security patches for ${args.patchGroup}`,
                operatingSystem: args.operatingSystem ?? "AMAZON_LINUX_2023",
                approvalRules: [
                    approveSeverity(["Critical"], 0, "CRITICAL"),
                    approveSeverity(["Important", "Medium"], args.approveAfterDays ?? 3, "HIGH"),
                ],
                tags: args.tags,
            },
            parent,
        );
        const group = new ssm.PatchGroup(
            `${name}-group`,
            { baselineId: baseline.id, patchGroup: args.patchGroup },
            parent,
        );
        const window = new ssm.MaintenanceWindow(
            `${name}-window`,
            {
                schedule: args.schedule ?? "cron(0 4 ? * SUN *)",
                scheduleTimezone: args.scheduleTimezone ?? "Etc/UTC",
                duration: 3,
                cutoff: 1,
                tags: args.tags,
            },
            parent,
        );
        const target = new ssm.MaintenanceWindowTarget(
            `${name}-target`,
            {
                windowId: window.id,
                resourceType: "INSTANCE",
                targets: [{ key: "tag:PatchGroup", values: [args.patchGroup] }],
            },
            parent,
        );
        new ssm.MaintenanceWindowTask(
            `${name}-task`,
            {
                windowId: window.id,
                taskType: "RUN_COMMAND",
                taskArn: "AWS-RunPatchBaseline",
                maxConcurrency: "25%",
                maxErrors: "10%",
                targets: [{ key: "WindowTargetIds", values: [target.id] }],
                taskInvocationParameters: {
                    runCommandParameters: {
                        parameters: [
                            { name: "Operation", values: ["Install"] },
                            { name: "RebootOption", values: ["RebootIfNeeded"] },
                        ],
                    },
                },
            },
            { parent: this, dependsOn: group },
        );
        this.baselineId = baseline.id;
        this.registerOutputs({ baselineId: this.baselineId });
    }
}

function approveSeverity(severities: string[], approveAfterDays: number, complianceLevel: string) {
    return {
        approveAfterDays,
        complianceLevel,
        patchFilters: [
            { key: "CLASSIFICATION", values: ["Security"] },
            { key: "SEVERITY", values: severities },
        ],
    };
}
