import { isUnknown, type ResourceRecord } from "../../analysis/model/resource-record";
import type { Faults } from "../fault";
import { faultUnless, isSet, text, valueAt } from "../reading";
import type { Stack } from "../stack";

/** The account's own defaults; their settings stand on the resource itself. */
export const metadataDefaultsType = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

/** Where a resource keeps a setting of the instance metadata service. */
export const metadataPath = (record: ResourceRecord, setting: string): string =>
    record.type === metadataDefaultsType ? setting : `metadataOptions.${setting}`;

/** Where it says whether a token is asked for. */
export const tokensPath = (record: ResourceRecord): string => metadataPath(record, "httpTokens");

/** Whether the metadata service is switched off, so that its other settings do not matter. */
export function isMetadataOff(record: ResourceRecord): boolean {
    const endpoint = text(record, metadataPath(record, "httpEndpoint"));
    return endpoint.known && endpoint.value === "disabled";
}

/** Whether a setting can be written without losing what is there, unknown yet or in a list. */
export function canSetMetadata(record: ResourceRecord): boolean {
    const options = valueAt(record, "metadataOptions");
    return !isUnknown(options) && !Array.isArray(options);
}

/** What a resource itself says against tokens; nothing where it leaves them to a template or default. */
export function statedTokenFaults(record: ResourceRecord): Faults {
    return isMetadataOff(record) || !isSet(record, tokensPath(record))
        ? []
        : faultUnless(
              text(record, tokensPath(record)),
              (tokens) => tokens === "required",
              (tokens) => `is "${tokens}", so metadata answers without a token`,
          );
}

/** Whether the stack makes tokens the account's default for whatever says nothing of them. */
export const tokensByDefault = (stack: Stack): boolean =>
    stack
        .stated(metadataDefaultsType)
        .some(
            (defaults) => isSet(defaults, tokensPath(defaults)) && statedTokenFaults(defaults).length === 0,
        );
