import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, faultUnless, flag, isSet, number, text, texts, type Block } from "../reading";
import type { Stack } from "../stack";
import { carriedTags, runners } from "./hosts";

const taskType = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";
const targetType = "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget";
const windowType = "aws:ssm/maintenanceWindow:MaintenanceWindow";
const associationType = "aws:ssm/association:Association";
const quickSetupType = "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager";
const baselineType = "aws:ssm/patchBaseline:PatchBaseline";
const groupType = "aws:ssm/patchGroup:PatchGroup";

const patches = (document: string): boolean => document.includes("AWS-RunPatchBaseline");

/** Whether something installs patches on a schedule: a window's task, an association, a quick setup. */
export const installsPatches = (stack: Stack): boolean =>
    stack.stated(taskType).some((task) => isDue(stack, task)) ||
    stack.stated(associationType).some(associates) ||
    stack
        .stated(quickSetupType)
        .some((manager) => JSON.stringify(manager.properties).includes("PatchPolicy"));

function isDue(stack: Stack, task: ResourceRecord): boolean {
    const document = text(task, "taskArn", "");
    const parameters = blocks(task, "taskInvocationParameters.runCommandParameters.parameters");
    const windows = stack.references(task, "windowId", windowType);
    const opens = !windows.known || windows.value.every(isOpen);
    return (
        document.known &&
        patches(document.value) &&
        parameters.known &&
        parameters.value.some(installs) &&
        isSet(task, "targets") &&
        opens
    );
}

function isOpen(window: ResourceRecord): boolean {
    const on = flag(window, "enabled", true);
    return on.known && on.value;
}

/** What keeps a window or its task from being read, where nothing else installs patches. */
export const openSchedules = (stack: Stack): Faults =>
    [
        ...stack.stated(windowType).map((window) => flag(window, "enabled", true)),
        ...stack.stated(taskType).map((task) => text(task, "taskArn", "")),
        ...stack
            .stated(taskType)
            .map((task) => blocks(task, "taskInvocationParameters.runCommandParameters.parameters")),
    ].flatMap((reading) =>
        reading.known ? [] : [undecidable(reading.undecided, "whether patches are installed cannot be told")],
    );

/** The operation `Scan` only tells what is missing. */
function installs(parameter: Block): boolean {
    const [name, values] = [text(parameter, "name", ""), texts(parameter, "values")];
    return name.known && name.value === "Operation" && values.known && values.value.includes("Install");
}

function associates(association: ResourceRecord): boolean {
    const [document, operation] = [
        text(association, "name", ""),
        text(association, "parameters.Operation", "Scan"),
    ];
    return (
        document.known &&
        patches(document.value) &&
        operation.known &&
        operation.value === "Install" &&
        isSet(association, "scheduleExpression") &&
        isSet(association, "targets")
    );
}

/** Baselines that wait too long, or that no host is held against. */
export const baselineFaults = (stack: Stack, waitDays: number): Faults =>
    stack.stated(baselineType).flatMap((baseline): Faults => {
        const rules = blocks(baseline, "approvalRules");
        const isUsed = [
            stack.referrers(baseline, groupType, "baselineId"),
            stack.referrers(baseline, "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline", "baselineId"),
        ].some((users) => users.length > 0);
        return [
            ...(rules.known ? rules.value : []).flatMap((one) => approval(one, waitDays)),
            ...(isUsed
                ? []
                : [violates(baseline, "belongs to no patch group, so no host is held against it")]),
        ];
    });

const approval = (one: Block, waitDays: number): Faults => [
    ...faultUnless(
        number(one, "approveAfterDays", 0),
        (days) => days <= waitDays,
        (days) => `lets known holes stay open for ${days} days; ${waitDays} are the most`,
    ),
    ...(isSet(one, "approveUntilDate")
        ? [violates({ urn: one.urn, property: `${one.property}.approveUntilDate` }, "lets no newer patch in")]
        : []),
];

/** Windows and groups whose tag no host carries: they run, and patch nothing. */
export function missedHosts(stack: Stack): Faults {
    const hosts = stack.stated(...runners).map(carriedTags);
    const reaches = (keys: readonly string[], value: string): boolean =>
        hosts.length === 0 ||
        hosts.some(
            (tags) => tags === undefined || tags.some(([key, has]) => keys.includes(key) && has === value),
        );
    return [
        ...stack.stated(targetType, associationType).flatMap((target): Faults => {
            const document = text(target, "name", "");
            const isOther = target.type === associationType && document.known && !patches(document.value);
            const targets = blocks(target, "targets");
            return isOther || !targets.known
                ? []
                : targets.value.flatMap((one) => unlessReached(one, reaches));
        }),
        ...stack.stated(groupType).flatMap((group) =>
            faultUnless(
                text(group, "patchGroup", ""),
                (name) => reaches(["Patch Group", "PatchGroup"], name),
                (name) => `is "${name}", and no host carries that in its tag PatchGroup`,
            ),
        ),
    ];
}

function unlessReached(target: Block, reaches: (keys: readonly string[], value: string) => boolean): Faults {
    const [key, values] = [text(target, "key", ""), texts(target, "values")];
    if (!key.known || !values.known || !key.value.startsWith("tag:")) {
        return [];
    }
    const tag = key.value.slice("tag:".length);
    return values.value.some((value) => reaches([tag], value))
        ? []
        : [violates(values.place, `asks for ${tag} ${values.value.join(", ")}, which no host carries`)];
}
