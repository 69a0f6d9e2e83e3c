import type { ResourceRecord } from "../model/resource-record";
import { recordFromEngineResource } from "./engine-resources";
import { isObject } from "./property-values";
import { UnreadableRecordsError } from "./unreadable-records";

/** Steps after which a resource is gone, or which only prepare another step. */
const departures = new Set([
    "delete",
    "delete-replaced",
    "discard",
    "discard-replaced",
    "read-discard",
    "remove-pending-replace",
]);

/**
 * Reads `pulumi preview --json --show-sames`: the resources as they will be once the plan is carried
 * out. Throws an `UnreadableRecordsError` for a preview that leaves out what stays unchanged, because
 * a network with most of its parts missing must not be judged.
 */
export function recordsFromPreviewJson(preview: unknown): ResourceRecord[] {
    if (!isObject(preview) || !Array.isArray(preview["steps"])) {
        throw new UnreadableRecordsError(
            'a preview has "steps"; make one with `pulumi preview --json --show-sames`',
        );
    }
    const records = new Map<string, ResourceRecord>();
    let unchanged = 0;
    for (const [position, step] of (preview["steps"] as unknown[]).entries()) {
        if (!isObject(step)) {
            throw new UnreadableRecordsError(`steps[${position}] is no step`);
        }
        unchanged += step["op"] === "same" ? 1 : 0;
        if (isObject(step["newState"]) && !departures.has(String(step["op"]))) {
            const record = recordFromEngineResource(step["newState"], `steps[${position}].newState`);
            records.set(record.urn, record);
        }
    }
    const summary = preview["changeSummary"];
    const missing =
        isObject(summary) && typeof summary["same"] === "number" ? summary["same"] - unchanged : 0;
    if (missing > 0) {
        throw new UnreadableRecordsError(
            `the preview leaves out ${missing} resources that do not change; ` +
                "make it with `pulumi preview --json --show-sames`",
        );
    }
    return [...records.values(), ...defaultProviders(preview["config"], [...records.values()])];
}

/** A preview leaves out default providers, which tell region and account; the stack configures them. */
function defaultProviders(config: unknown, records: readonly ResourceRecord[]): ResourceRecord[] {
    const inputs = Object.fromEntries(
        Object.entries(isObject(config) ? config : {}).flatMap(([key, value]) =>
            key.startsWith("aws:") ? [[key.slice("aws:".length), value]] : [],
        ),
    );
    if (Object.keys(inputs).length === 0) {
        return [];
    }
    const urns = new Set(
        records.flatMap(({ provider }) => (provider === undefined ? [] : [provider.replace(/::[^:]*$/, "")])),
    );
    const known = new Set(records.map(({ urn }) => urn));
    return [...urns]
        .filter((urn) => /pulumi:providers:aws::default(_|$)/.test(urn) && !known.has(urn))
        .map((urn) =>
            recordFromEngineResource({ urn, type: "pulumi:providers:aws", custom: true, inputs }, "config"),
        );
}
