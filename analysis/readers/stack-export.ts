import type { ResourceRecord } from "../model/resource-record";
import { recordFromEngineResource } from "./engine-resources";
import { isObject } from "./property-values";
import { UnreadableRecordsError } from "./unreadable-records";

/**
 * Reads `pulumi stack export`, or a state file of a self-managed backend: the resources that exist.
 * Those that only wait to be deleted, or are already deleted and wait to be made again, do not count.
 * A secret that is exported encrypted is unknown.
 */
export function recordsFromStackExport(state: unknown): ResourceRecord[] {
    const deployment = deploymentOf(state);
    if (deployment === undefined) {
        throw new UnreadableRecordsError('a state has "deployment"; make one with `pulumi stack export`');
    }
    const resources = deployment["resources"] ?? [];
    if (!Array.isArray(resources)) {
        throw new UnreadableRecordsError("deployment.resources is no list");
    }
    return (resources as unknown[]).flatMap((resource, position) =>
        isObject(resource) && (resource["delete"] === true || resource["pendingReplacement"] === true)
            ? []
            : [recordFromEngineResource(resource, `deployment.resources[${position}]`)],
    );
}

/** The part of a state that lists resources: as exported, or as a backend keeps it. */
export function deploymentOf(state: unknown): { readonly [key: string]: unknown } | undefined {
    if (!isObject(state)) {
        return undefined;
    }
    const checkpoint = state["checkpoint"];
    const deployment =
        state["deployment"] ?? (isObject(checkpoint) ? (checkpoint["latest"] ?? {}) : undefined);
    return isObject(deployment) ? deployment : undefined;
}
