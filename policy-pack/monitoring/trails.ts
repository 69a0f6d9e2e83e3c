import type { ResourceRecord } from "../../analysis/model/resource-record";
import { blocks, flag, text, texts, type Block } from "../reading";
import { undecidable, type Faults } from "../fault";
import { faultUnless } from "../reading";
import type { Stack } from "../stack";

export const trailType = "aws:cloudtrail/trail:Trail";
const groupType = "aws:cloudwatch/logGroup:LogGroup";

/** The log groups of this stack that its trails deliver to. A trail names them with `:*` at the end. */
export const trailGroups = (stack: Stack): readonly ResourceRecord[] =>
    stack.stated(trailType).flatMap((trail) => {
        const named = stack.references(trail, "cloudWatchLogsGroupArn", groupType);
        const arn = text(trail, "cloudWatchLogsGroupArn");
        const written = arn.known ? arn.value?.replace(/:\*$/, "") : undefined;
        return [
            ...(named.known ? named.value : []),
            ...stack.ofType(groupType).filter(({ properties }) => properties["arn"] === written && written),
        ];
    });

/** What keeps a trail from recording all that is done in the account. */
export const trailFaults = (trail: ResourceRecord): Faults => [
    ...faultUnless(flag(trail, "enableLogging", true), (isOn) => isOn, "is off, so nothing is recorded"),
    ...faultUnless(
        flag(trail, "isMultiRegionTrail", false),
        (isOn) => isOn,
        "is off, so what is done in other regions is not recorded",
    ),
    ...faultUnless(
        flag(trail, "includeGlobalServiceEvents", true),
        (isOn) => isOn,
        "is off, so what is done in IAM is not recorded",
    ),
    ...selectionFaults(trail),
];

/** Without selectors a trail records management; with them, one must ask for all of it. */
function selectionFaults(trail: ResourceRecord): Faults {
    const plain = blocks(trail, "eventSelectors");
    const advanced = blocks(trail, "advancedEventSelectors");
    if (!plain.known || !advanced.known) {
        const open = [plain, advanced].flatMap((reading) => (reading.known ? [] : [reading.undecided]));
        return open.map((undecided) => undecidable(undecided, "what the trail records cannot be told"));
    }
    const selectors = [...plain.value, ...advanced.value];
    const isWhole = plain.value.some(selectsManagement) || advanced.value.some(selectsManagementByField);
    return faultUnless(
        {
            known: true,
            value: selectors.length === 0 || isWhole,
            place: { urn: trail.urn, property: "eventSelectors" },
        },
        (isRecorded) => isRecorded,
        "leave out management events that read or write",
    );
}

function selectsManagement(selector: Block): boolean {
    const management = flag(selector, "includeManagementEvents", true);
    const kind = text(selector, "readWriteType", "All");
    return management.known && management.value && kind.known && kind.value === "All";
}

function selectsManagementByField(selector: Block): boolean {
    const fields = blocks(selector, "fieldSelectors");
    const named = (fields.known ? fields.value : []).map((field) => ({
        name: text(field, "field"),
        equals: texts(field, "equals"),
    }));
    const isField = (name: string, value?: string): boolean =>
        named.some(
            (field) =>
                field.name.known &&
                field.name.value === name &&
                (value === undefined || (field.equals.known && field.equals.value.includes(value))),
        );
    return isField("eventCategory", "Management") && !isField("readOnly") && !isField("eventSource");
}
