import { changed, without } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const hosts = [
    resource(types.launchTemplate, "template", {
        tagSpecifications: [{ resourceType: "instance", tags: { PatchGroup: "web" } }],
    }),
];
const run = (operation: string) => ({
    runCommandParameters: { parameters: [{ name: "Operation", values: [operation] }] },
});
const windowed: readonly SpecimenResource[] = [
    ...hosts,
    resource("aws:ssm/patchBaseline:PatchBaseline", "baseline", {
        approvalRules: [{ approveAfterDays: 3, patchFilters: [] }],
    }),
    resource("aws:ssm/patchGroup:PatchGroup", "group", { baselineId: ref("baseline"), patchGroup: "web" }),
    resource("aws:ssm/maintenanceWindow:MaintenanceWindow", "window", { schedule: "rate(7 days)" }),
    resource("aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget", "target", {
        windowId: ref("window"),
        resourceType: "INSTANCE",
        targets: [{ key: "tag:PatchGroup", values: ["web"] }],
    }),
    resource("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", "task", {
        windowId: ref("window"),
        taskArn: "AWS-RunPatchBaseline",
        taskType: "RUN_COMMAND",
        targets: [{ key: "WindowTargetIds", values: [ref("target")] }],
        taskInvocationParameters: run("Install"),
    }),
];
const associated = (inputs: SpecimenResource["inputs"]) => [
    ...hosts,
    resource("aws:ssm/association:Association", "association", {
        name: "AWS-RunPatchBaseline",
        parameters: { Operation: "Install" },
        scheduleExpression: "rate(1 day)",
        targets: [{ key: "tag:PatchGroup", values: ["web"] }],
        ...inputs,
    }),
];
const fleet = [
    resource(types.autoScalingGroup, "fleet", {
        tags: [{ key: "PatchGroup", value: "web", propagateAtLaunch: true }],
    }),
];

export const specimens: Specimens = {
    compliant: {
        "a maintenance window": windowed,
        "an association": associated({}),
        "an association of all hosts": associated({ targets: [{ key: "InstanceIds", values: ["*"] }] }),
        "hosts of a fleet": [...fleet, ...without(windowed, "template")],
        "no hosts": [resource(types.vpc, "vpc", {})],
        "another stack sees to it": { config: { provided: "elsewhere" }, resources: hosts },
    },
    violating: {
        "nothing that patches": hosts,
        "a window without a task": without(windowed, "task"),
        "a window switched off": changed(windowed, "window", { enabled: false }),
        "a task that only looks": changed(windowed, "task", { taskInvocationParameters: run("Scan") }),
        "a task that does something else": changed(windowed, "task", { taskArn: "AWS-RunShellScript" }),
        "an association that only looks": associated({ parameters: { Operation: "Scan" } }),
        "an association that runs once": associated({ scheduleExpression: undefined }),
        "patches that wait for a month": changed(windowed, "baseline", {
            approvalRules: [{ approveAfterDays: 30, patchFilters: [] }],
        }),
        "no patch after a day": changed(windowed, "baseline", {
            approvalRules: [{ approveUntilDate: "2026-01-01", patchFilters: [] }],
        }),
        "a baseline of no group": without(windowed, "group"),
        "a window that reaches nobody": changed(windowed, "target", {
            targets: [{ key: "tag:PatchGroup", values: ["database"] }],
        }),
        "a group of nobody": changed(windowed, "group", { patchGroup: "database" }),
    },
    undecidable: {
        "a window that is on or off, as nobody knows yet": changed(windowed, "window", {
            enabled: ref("template", "anything"),
        }),
    },
};
