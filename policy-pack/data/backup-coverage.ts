import type { PropertyValue, ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, isSet, text, valueAt, type Block, type Reading } from "../reading";
import type { Stack } from "../stack";
import { clusterType, instanceType, isReplica } from "./databases";
import { volumeType } from "./disks";

const hostType = "aws:ec2/instance:Instance";

/** How the ARN of each kind of resource that holds data begins after the account. */
const arnKinds: { readonly [type: string]: string } = {
    [volumeType]: "arn:aws:ec2:region:account:volume/",
    [hostType]: "arn:aws:ec2:region:account:instance/",
    [instanceType]: "arn:aws:rds:region:account:db:",
    [clusterType]: "arn:aws:rds:region:account:cluster:",
};

/** What a backup plan has to cover. A replica's data is its source's. */
export const holdingData = (stack: Stack): readonly ResourceRecord[] =>
    stack.ofType(...Object.keys(arnKinds)).filter((record) => !isReplica(record));

/** A fault unless a selection of AWS Backup takes the resource. */
export function unlessCovered(stack: Stack, record: ResourceRecord): Faults {
    const found = stack
        .stated("aws:backup/selection:Selection")
        .map((selection) => coverage(stack, selection, record));
    if (found.some(({ covers }) => covers)) {
        return [];
    }
    const open = found.flatMap(({ undecided }) => undecided);
    return open.length > 0
        ? open.map((one) => undecidable(one, "what the plan backs up cannot be told"))
        : [violates(record, "is taken by no backup selection")];
}

interface Coverage {
    readonly covers: boolean;
    /** What keeps this selection from being read. */
    readonly undecided: readonly Undecided[];
}

/**
 * Whether a selection of AWS Backup takes a resource: by ARN or by any of its tags, unless excluded,
 * and then only where all its conditions hold.
 */
function coverage(stack: Stack, selection: ResourceRecord, resource: ResourceRecord): Coverage {
    const tags = blocks(selection, "selectionTags");
    const conditions = blocks(selection, "conditions");
    const undecided = [tags, conditions].flatMap((list) => (list.known ? [] : [list.undecided]));
    const byTag = (tags.known ? tags.value : []).some((tag) => hasTag(resource, tag));
    const byArn = listed(stack, selection, "resources", resource);
    const excluded = listed(stack, selection, "notResources", resource);
    const all = (conditions.known ? conditions.value : []).every((condition) => holds(resource, condition));
    // A selection by conditions alone is one of everything that meets them.
    const byCondition =
        !isSet(selection, "resources") &&
        !isSet(selection, "selectionTags") &&
        isSet(selection, "conditions");
    return { covers: (byTag || byArn || byCondition) && !excluded && all, undecided };
}

function listed(
    stack: Stack,
    selection: ResourceRecord,
    property: string,
    resource: ResourceRecord,
): boolean {
    const named = stack.references(selection, property, resource.type);
    if (named.known && named.value.some(({ urn }) => urn === resource.urn)) {
        return true;
    }
    const patterns = valueAt(selection, property);
    return (
        Array.isArray(patterns) &&
        (patterns as readonly PropertyValue[]).some(
            (pattern) => typeof pattern === "string" && matches(pattern, arnFor(resource, pattern)),
        )
    );
}

/**
 * The resource's ARN. Before it exists its kind and its own name are known, and whatever region and
 * account a pattern names are taken for its own: one stack mostly lives in one of each.
 */
function arnFor(resource: ResourceRecord, pattern: string): string {
    const arn = text(resource, "arn");
    if (arn.known && arn.value !== undefined) {
        return arn.value;
    }
    const [, , , region = "", account = ""] = pattern.split(":");
    const names = ["identifier", "clusterIdentifier"].map((property) => text(resource, property));
    const name = names.find((known) => known.known && known.value !== undefined);
    const kind = (arnKinds[resource.type] ?? "").replace("region", region).replace("account", account);
    return `${kind}${name?.known === true ? (name.value ?? "") : "?"}`;
}

/** `*` stands for any text, also across the parts of an ARN. */
function matches(pattern: string, arn: string): boolean {
    const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${escaped.join(".*")}$`).test(arn);
}

function tagOf(resource: ResourceRecord, key: string): string | undefined {
    const tags = ["tags", "tagsAll"].map((map) => valueAt(resource, map));
    const values = tags.map((map) =>
        typeof map === "object" && map !== null ? (map as Tags)[key] : undefined,
    );
    return values.find((value): value is string => typeof value === "string");
}

type Tags = { readonly [key: string]: PropertyValue };

function hasTag(resource: ResourceRecord, tag: Block): boolean {
    const [key, value] = [text(tag, "key"), text(tag, "value")];
    return key.known && value.known && tagOf(resource, key.value ?? "") === value.value;
}

const comparisons: { readonly [list: string]: (value: string | undefined, wanted: string) => boolean } = {
    stringEquals: (value, wanted) => value === wanted,
    stringNotEquals: (value, wanted) => value !== wanted,
    stringLikes: (value, wanted) => value !== undefined && matches(wanted, value),
    stringNotLikes: (value, wanted) => value === undefined || !matches(wanted, value),
};

/** Every comparison of a condition must hold. Their keys are written `aws:ResourceTag/<tag>`. */
const holds = (resource: ResourceRecord, condition: Block): boolean =>
    Object.entries(comparisons).every(([list, compare]) => {
        const comparisonsOfKind: Reading<readonly Block[]> = blocks(condition, list);
        return (
            comparisonsOfKind.known &&
            comparisonsOfKind.value.every((one) => {
                const [key, value] = [text(one, "key", ""), text(one, "value", "")];
                return (
                    key.known &&
                    value.known &&
                    compare(tagOf(resource, key.value.replace(/^aws:ResourceTag\//, "")), value.value)
                );
            })
        );
    });
