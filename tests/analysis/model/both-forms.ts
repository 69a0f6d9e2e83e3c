import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { NetworkModel } from "../../../analysis/model/network-model";
import type { ResourceRecord } from "../../../analysis/model/resource-record";
import type { SpecimenStack } from "./specimen-stack";

/** The model without the records, which naturally differ between forms; as plain data to compare. */
export const meaning = (model: NetworkModel): unknown =>
    JSON.parse(
        JSON.stringify(model, (key, value: unknown) =>
            key === "record" || key === "records"
                ? undefined
                : typeof value === "bigint"
                  ? value.toString()
                  : value instanceof Map
                    ? Object.fromEntries([...value].sort(([left], [right]) => (left < right ? -1 : 1)))
                    : value,
        ),
    );

/** The model of a stack that leaves nothing open: it must be the same before and after deployment. */
export function modelOf(stack: SpecimenStack): NetworkModel {
    const preview = buildNetworkModel(stack.records("preview"));
    const deployed = buildNetworkModel(stack.records("deployed"));
    expect(meaning(deployed)).to.deep.equal(meaning(preview));
    return preview;
}

/** The model of a stack that does not exist yet. */
export const previewOf = (stack: SpecimenStack): NetworkModel => buildNetworkModel(stack.records("preview"));

/** A record as CrossGuard gives it to a stack policy: what is stated cannot be told from what is reported. */
export const asReportedOnly = (record: ResourceRecord): ResourceRecord => ({ ...record, inputs: undefined });
