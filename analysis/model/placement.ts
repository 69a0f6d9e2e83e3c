import { launchTemplateSlots } from "./launch-settings";
import {
    elements,
    isAbsent,
    isPlainObject,
    isUnknownSlot,
    member,
    outermostProperty,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import type { ResourceRecord } from "./resource-record";

/** Every place of a resource's properties that says where its interfaces sit and what filters them. */
export interface Placement {
    /** By outermost property, for Pulumi tracks dependencies by that. */
    readonly subnets: ReadonlyMap<string, readonly Slot[]>;
    readonly securityGroups: ReadonlyMap<string, readonly Slot[]>;
    readonly subnetGroups: readonly Slot[];
    readonly launchTemplates: readonly Slot[];
    readonly publicFlags: readonly Slot[];
    /** Elastic IPs that the resource itself takes. */
    readonly elasticAddresses: readonly Slot[];
    readonly addressTypes: readonly Slot[];
}

const names = {
    subnets: /subnet(s|Ids?|Arns?)?$/i,
    subnetGroup: /subnetGroup(Name|Id)?$/i,
    /** Not those that only name peers: `sourceSecurityGroupIds`. */
    securityGroups: /^(?!source).*securityGroup(s|Ids?)?$/i,
    publicFlag: /^(assignPublicIp|associatePublicIpAddress|publiclyAccessible)$/,
    elasticAddress: /^(addressAllocationIds|elasticIp)$/,
    addressType: /^(ipAddressType|networkType|ipv6AllowedForDualStack)$/,
    launchTemplate: /^launchTemplate(Specification)?$/,
    /** An object that is unknown as a whole still hides subnets and groups under such a name. */
    container: /(vpcConfig|vpcOptions|vpcSettings|networkConfiguration|nodeGroupInfo)/i,
} as const;

/** Properties that hold no placement, and would only cost time or lead astray. */
const skipped = new Set(["tags", "tagsAll", "policy", "environment", "containerDefinitions"]);

const deepestLevel = 5;

type Meaning = Exclude<keyof typeof names, "container"> | "skipped" | "none";

const readings = (
    [
        "subnetGroup",
        "subnets",
        "securityGroups",
        "publicFlag",
        "elasticAddress",
        "addressType",
        "launchTemplate",
    ] as const
).map((meaning) => [meaning, names[meaning]] as const);

/** Providers have few names for many properties, so each name is read once. */
const meanings = new Map<string, Meaning>([...skipped].map((name) => [name, "skipped"]));

function meaningOf(name: string): Meaning {
    const known = meanings.get(name);
    if (known !== undefined) {
        return known;
    }
    const meaning = readings.find(([, pattern]) => pattern.test(name))?.[0] ?? "none";
    meanings.set(name, meaning);
    return meaning;
}

/** Finds the placement by the names that the provider's properties have, at any depth. */
export function placementOf(record: ResourceRecord): Placement {
    const found = {
        subnets: new Map<string, Slot[]>(),
        securityGroups: new Map<string, Slot[]>(),
        subnetGroups: [] as Slot[],
        launchTemplates: [] as Slot[],
        publicFlags: [] as Slot[],
        elasticAddresses: [] as Slot[],
        addressTypes: [] as Slot[],
    };
    const visit = (slot: Slot, name: string, level: number): void => {
        const meaning = meaningOf(name);
        if (isAbsent(slot) || meaning === "skipped") {
            return;
        }
        if (meaning === "subnetGroup") {
            found.subnetGroups.push(slot);
        } else if (meaning === "subnets" && namesThings(slot)) {
            put(found.subnets, slot);
        } else if (meaning === "securityGroups" && namesThings(slot)) {
            put(found.securityGroups, slot);
        } else if (meaning === "publicFlag") {
            found.publicFlags.push(slot);
        } else if (meaning === "elasticAddress") {
            found.elasticAddresses.push(slot);
        } else if (meaning === "addressType") {
            found.addressTypes.push(slot);
        } else if (meaning === "launchTemplate") {
            found.launchTemplates.push(...launchTemplateSlots(slot));
        } else if (isUnknownSlot(slot) && names.container.test(name)) {
            put(found.subnets, slot);
            put(found.securityGroups, slot);
        } else if (level < deepestLevel) {
            elements(slot).forEach((element) => visitMembers(element, level));
        }
    };
    const visitMembers = (slot: Slot, level: number): void => {
        if (isPlainObject(slot.value)) {
            Object.keys(slot.value).forEach((name) => visit(member(slot, name), name, level + 1));
        }
    };
    Object.keys(record.inputs ?? record.properties).forEach((name) =>
        visit(statedSlot(record, name), name, 0),
    );
    return found;
}

/** Whether the slot holds ids, ARNs or unknowns, rather than objects or address blocks. */
function namesThings(slot: Slot): boolean {
    return (
        isUnknownSlot(slot) ||
        elements(slot).some((element) => {
            const text = textIn(element);
            return (
                isUnknownSlot(element) ||
                (text !== undefined && (text.startsWith("arn:") || !text.includes("/")))
            );
        })
    );
}

function put(slots: Map<string, Slot[]>, slot: Slot): void {
    const property = outermostProperty(slot);
    const ofProperty = slots.get(property) ?? [];
    ofProperty.push(slot);
    slots.set(property, ofProperty);
}
