import type { ResourceRecord } from "../../analysis/model/resource-record";
import { violates, type Fault, type Faults } from "../fault";
import { at, isSet, type Source } from "../reading";
import { perLaunch, spotFleetType } from "./launch";

/** Whether a host or a template names a role for what runs on it. */
export const hasProfile = (record: ResourceRecord): boolean =>
    isSet(record, "iamInstanceProfile.arn") ||
    isSet(record, "iamInstanceProfile.name") ||
    typeof record.properties["iamInstanceProfile"] === "string";

/** A fault for each kind of host that a record describes without a role. */
export function missingProfiles(record: ResourceRecord): Faults {
    if (record.type === spotFleetType) {
        return perLaunch(record, (launch) =>
            isSet(launch, "iamInstanceProfile") || isSet(launch, "iamInstanceProfileArn")
                ? []
                : [withoutProfile(launch)],
        );
    }
    return hasProfile(record) ? [] : [withoutProfile(record)];
}

export const withoutProfile = (host: Source): Fault =>
    violates(at(host, "iamInstanceProfile"), "is not set, so what runs on it has no role");
