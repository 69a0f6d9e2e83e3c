import { addressSet, type AddressSet } from "../../packets/address-set";
import { isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import { readFlowTraffic } from "./flow-text";
import type { Key } from "../model/network-model";
import {
    hasUnknown,
    type PropertyValue,
    type ResourceRecord,
    type Undecided,
} from "../model/resource-record";
import type { TrafficSet } from "./traffic-set";

/** The type of the component whose inputs carry a flow table. */
export const securityTiersType = "palisade:index:SecurityTiers";

/** Who may open a session to whom, as the program declares it: plain data, read from what it registered. */
export interface Intent {
    /** The component that declares it. */
    readonly urn: string;
    /** The security group that stands for each group of the table. */
    readonly groups: ReadonlyMap<string, IntentGroup>;
    readonly ranges: ReadonlyMap<string, IntentRange>;
    readonly flows: readonly IntentFlow[];
    /** What the plan leaves open about the table itself; nothing can be held against those lines. */
    readonly undecided: readonly Undecided[];
}

export interface IntentGroup {
    readonly securityGroup: Key;
    /** Its members pass their clients' own addresses on to their targets. */
    readonly preservesClientIp: boolean;
}

export interface IntentRange {
    readonly addresses: AddressSet;
    readonly via: "internet" | "peering" | "transitGateway";
}

export interface IntentFlow {
    /** Where the table has it: `flows[3]`. */
    readonly path: string;
    readonly from: string;
    readonly to: string;
    /** As the table writes it: `tcp/443`. */
    readonly port: string;
    readonly traffic: TrafficSet;
    readonly because: string;
}

/** The flow tables of a stack, in the order of registration. */
export const readIntents = (records: Iterable<ResourceRecord>): Intent[] => {
    const all = [...records];
    return all.filter((record) => record.type === securityTiersType).map((record) => readIntent(record, all));
};

/** Reads the flow table that a component carries in its inputs. */
export function readIntent(component: ResourceRecord, records: Iterable<ResourceRecord>): Intent {
    const undecided: Undecided[] = [];
    const children = new Map<string, Key>();
    for (const record of records) {
        if (record.parent === component.urn && /^aws:ec2\/securityGroup:/.test(record.type)) {
            children.set(record.name, record.urn);
        }
    }
    const groups = new Map<string, IntentGroup>();
    for (const [key, value] of entriesOf(component.properties["groups"])) {
        const securityGroup = children.get(`${component.name}-${key}`);
        if (securityGroup === undefined) {
            undecided.push(
                doubt(component, `groups.${key}`, "no security group of the component bears its name"),
            );
        } else {
            groups.set(key, {
                securityGroup,
                preservesClientIp: fieldOf(value, "preservesClientIp") === true,
            });
        }
    }
    const ranges = new Map<string, IntentRange>();
    for (const [key, value] of entriesOf(component.properties["ranges"])) {
        const cidrs = textsOf(fieldOf(value, "cidrs")).map(readCidr);
        if (hasUnknown(fieldOf(value, "cidrs"))) {
            undecided.push(doubt(component, `ranges.${key}.cidrs`, "its blocks are not known yet"));
        }
        const via = fieldOf(value, "via");
        ranges.set(key, {
            addresses: addressSet(cidrs.filter((cidr): cidr is Cidr => !isCidrProblem(cidr))),
            via: via === "peering" || via === "transitGateway" ? via : "internet",
        });
    }
    const ports = portsOf(component.properties["ports"]);
    const flows: IntentFlow[] = [];
    const lines = component.properties["flows"];
    (Array.isArray(lines) ? (lines as readonly PropertyValue[]) : []).forEach((line, position) => {
        const path = `flows[${position}]`;
        const [from, to, port] = ["from", "to", "port"].map((field) => fieldOf(line, field));
        const traffic = typeof port === "string" ? readFlowTraffic(port, ports) : undefined;
        if (
            typeof from !== "string" ||
            typeof to !== "string" ||
            typeof port !== "string" ||
            traffic === undefined
        ) {
            undecided.push(doubt(component, path, "its ends or its port are not known, or cannot be read"));
            return;
        }
        const because = fieldOf(line, "because");
        flows.push({ path, from, to, port, traffic, because: typeof because === "string" ? because : "" });
    });
    return { urn: component.urn, groups, ranges, flows, undecided };
}

const doubt = (component: ResourceRecord, property: string, reason: string): Undecided => ({
    urn: component.urn,
    property,
    reason,
    remedy: "write it down as a plain value",
});

const isMap = (value: PropertyValue): value is { readonly [key: string]: PropertyValue } =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const entriesOf = (value: PropertyValue): [string, PropertyValue][] =>
    isMap(value) ? Object.entries(value) : [];

const fieldOf = (value: PropertyValue, field: string): PropertyValue =>
    isMap(value) ? value[field] : undefined;

const textsOf = (value: PropertyValue): string[] =>
    Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];

function portsOf(value: PropertyValue): ReadonlyMap<string, number> {
    const known = entriesOf(value).filter((entry): entry is [string, number] => typeof entry[1] === "number");
    return new Map(known);
}
