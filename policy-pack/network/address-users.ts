import type { ResourceRecord } from "../../analysis/model/resource-record";
import type { Stack } from "../stack";

/** Resources whose property says, somewhere inside, that it is this address. */
export const referrers = (stack: Stack, address: ResourceRecord, type: string, property: string) =>
    stack
        .ofType(type)
        .filter(
            (record) =>
                (record.propertyDependencies[property] ?? []).includes(address.urn) ||
                [address.id, address.properties["allocationId"], address.properties["publicIp"]].some(
                    (identity) =>
                        typeof identity === "string" &&
                        (JSON.stringify(record.properties[property]) ?? "").includes(
                            JSON.stringify(identity),
                        ),
                ),
        );
