import type { ModelContext } from "./model-context";
import type {
    Key,
    PrefixList,
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRoute,
    TransitGatewayRouteTable,
} from "./network-model";
import { flagIn, isUnknownSlot, statedSlot, textIn } from "./property-slots";
import { derivedKeys } from "./reference-candidates";
import type { Reference } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlock } from "./rule-addresses";
import { unknownIn } from "./undecided-values";
import { attachmentKinds, readAttachments, type AttachmentReading } from "./transit-gateway-attachments";

/** What resources say about one table, wherever they say it. */
interface TableContents {
    readonly routes: TransitGatewayRoute[];
    readonly propagatedFrom: Set<Key>;
    readonly undecided: Undecided[];
}

/** Transit gateways with attachments, tables, associations, propagations and their defaults. */
export function transitGateways(
    context: ModelContext,
    prefixLists: ReadonlyMap<Key, PrefixList>,
): Map<Key, TransitGateway> {
    const { index, references } = context;
    const readings = readAttachments(context);
    const defaults = defaultTables(context);
    const contents = tableContents(context, prefixLists);
    const associations = associationsByAttachment(context);
    const tablesOf = new Map<Key, Set<Key>>();
    const gatewayOfTable = new Map<Key, Key>();
    const addTable = (gateway: Key, table: Key): void => {
        tablesOf.set(gateway, (tablesOf.get(gateway) ?? new Set<Key>()).add(table));
        gatewayOfTable.set(table, gateway);
    };
    for (const record of index.ofKind("transitGateway")) {
        const { association, propagation } = defaults(record.urn);
        [association, propagation].forEach((table) => table !== undefined && addTable(record.urn, table));
    }
    for (const record of index.ofKind("transitGatewayRouteTable")) {
        const named = references.one(statedSlot(record, "transitGatewayId"), ["transitGateway"]);
        if (named.kind === "found") {
            addTable(named.key, record.urn);
        } else {
            concernsAny(context, named);
        }
    }
    const attachmentsOf = new Map<Key, TransitGatewayAttachment[]>();
    for (const reading of readings) {
        const attachments = attachmentsOf.get(reading.gateway) ?? [];
        attachmentsOf.set(reading.gateway, attachments);
        attachments.push(associated(reading, associations, defaults(reading.gateway), gatewayOfTable));
        const table = reading.propagatesByDefault ? defaults(reading.gateway).propagation : undefined;
        if (table !== undefined) {
            contents(table).propagatedFrom.add(reading.attachment.key);
        }
    }
    const gateways = new Map<Key, TransitGateway>();
    const keys = new Set([
        ...index.ofKind("transitGateway").map(({ urn }) => urn),
        ...attachmentsOf.keys(),
        ...tablesOf.keys(),
    ]);
    for (const key of keys) {
        const record = index.byUrn.get(key);
        const mentioned = references.mentioned("transitGateway").get(key);
        const unknown = record === undefined ? [] : switchesLeftOpen(record);
        gateways.set(key, {
            ...unseenTransitGateway(key, mentioned === undefined ? unknown : [mentioned]),
            ...(record === undefined ? {} : seen(record)),
            attachments: attachmentsOf.get(key) ?? [],
            routeTables: [...(tablesOf.get(key) ?? [])].map((table) => routeTable(table, contents(table))),
        });
    }
    return gateways;
}

/** A transit gateway that another stack owns: its tables cannot be seen. */
export const unseenTransitGateway = (key: Key, undecided: readonly Undecided[]): TransitGateway => ({
    key,
    external: true,
    undecided,
    attachments: [],
    routeTables: [],
    securityGroupReferencing: false,
});

const seen = (record: ResourceRecord) => ({
    record,
    external: record.external === true,
    securityGroupReferencing: textIn(statedSlot(record, "securityGroupReferencingSupport")) === "enable",
});

/** Switches of a gateway that decide about all that is attached to it. */
const switchesLeftOpen = (record: ResourceRecord): Undecided[] =>
    ["defaultRouteTableAssociation", "defaultRouteTablePropagation", "securityGroupReferencingSupport"]
        .map((property) => statedSlot(record, property))
        .filter(isUnknownSlot)
        .map((slot) => unknownIn(slot, "what holds for its attachments"));

/** What a resource adds to a gateway that it does not name may concern each of them. */
function concernsAny(context: ModelContext, reference: Reference): void {
    if (reference.kind === "undecided") {
        context.unattached.push(reference.undecided);
        context.doubts.note("transitGateways", [], true, reference.undecided);
    }
}

function associated(
    reading: AttachmentReading,
    associations: ReadonlyMap<Key, readonly Key[]>,
    defaults: DefaultTables,
    gatewayOfTable: ReadonlyMap<Key, Key>,
): TransitGatewayAttachment {
    const stated = associations.get(reading.attachment.key) ?? [];
    // A peering attachment has a table on each side; each gateway knows its own.
    const own =
        stated.find((table) => gatewayOfTable.get(table) === reading.gateway) ??
        stated.find((table) => !gatewayOfTable.has(table));
    const table = own ?? (reading.associatesByDefault ? defaults.association : undefined);
    return table === undefined ? reading.attachment : { ...reading.attachment, associatedTable: table };
}

function routeTable(key: Key, contents: TableContents): TransitGatewayRouteTable {
    return {
        key,
        routes: contents.routes,
        propagatedFrom: [...contents.propagatedFrom].sort(),
        undecided: contents.undecided,
    };
}

interface DefaultTables {
    readonly association?: Key;
    readonly propagation?: Key;
}

/** A gateway's default tables: the one it is made with, unless switched off or set to another. */
function defaultTables(context: ModelContext): (gateway: Key) => DefaultTables {
    const { index, references } = context;
    const chosen = { association: new Map<Key, Key>(), propagation: new Map<Key, Key>() };
    for (const [kind, tables] of [
        ["transitGatewayDefaultAssociation", chosen.association],
        ["transitGatewayDefaultPropagation", chosen.propagation],
    ] as const) {
        for (const record of index.ofKind(kind)) {
            const gateway = references.one(statedSlot(record, "transitGatewayId"), ["transitGateway"]);
            const table = references.one(statedSlot(record, "transitGatewayRouteTableId"), [
                "transitGatewayRouteTable",
            ]);
            if (gateway.kind === "found" && table.kind === "found") {
                tables.set(gateway.key, table.key);
            }
            [gateway, table].forEach((named) => concernsAny(context, named));
        }
    }
    return (gateway) => {
        const record = index.byUrn.get(gateway);
        const made = (property: string): Key | undefined =>
            record === undefined || textIn(statedSlot(record, property)) === "disable"
                ? undefined
                : derivedKeys.defaultTransitGatewayRouteTable(gateway);
        const association = chosen.association.get(gateway) ?? made("defaultRouteTableAssociation");
        const propagation = chosen.propagation.get(gateway) ?? made("defaultRouteTablePropagation");
        return {
            ...(association === undefined ? {} : { association }),
            ...(propagation === undefined ? {} : { propagation }),
        };
    };
}

function associationsByAttachment(context: ModelContext): ReadonlyMap<Key, readonly Key[]> {
    const { index, references } = context;
    const byAttachment = new Map<Key, Key[]>();
    for (const record of index.ofKind("transitGatewayRouteTableAssociation")) {
        const attachment = references.one(statedSlot(record, "transitGatewayAttachmentId"), attachmentKinds);
        const table = references.one(statedSlot(record, "transitGatewayRouteTableId"), [
            "transitGatewayRouteTable",
        ]);
        if (attachment.kind === "found" && table.kind === "found") {
            byAttachment.set(attachment.key, [...(byAttachment.get(attachment.key) ?? []), table.key]);
        }
        [attachment, table].forEach((named) => concernsAny(context, named));
    }
    return byAttachment;
}

function tableContents(
    context: ModelContext,
    prefixLists: ReadonlyMap<Key, PrefixList>,
): (table: Key) => TableContents {
    const { index, references } = context;
    const byTable = new Map<Key, TableContents>();
    const at = (table: Key): TableContents => {
        const contents = byTable.get(table) ?? { routes: [], propagatedFrom: new Set<Key>(), undecided: [] };
        byTable.set(table, contents);
        return contents;
    };
    const tableOf = (record: ResourceRecord): TableContents | undefined => {
        const slot = statedSlot(record, "transitGatewayRouteTableId");
        const table = references.one(slot, ["transitGatewayRouteTable"]);
        concernsAny(context, table);
        return table.kind === "found" ? at(table.key) : undefined;
    };
    for (const record of index.ofKind("transitGatewayRouteTablePropagation")) {
        const attachment = references.any(statedSlot(record, "transitGatewayAttachmentId"), attachmentKinds);
        const contents = tableOf(record);
        attachment.keys.forEach((key) => contents?.propagatedFrom.add(key));
        contents?.undecided.push(...attachment.undecided);
    }
    for (const record of index.ofKind("transitGatewayRoute")) {
        const contents = tableOf(record);
        const block = readBlock(statedSlot(record, "destinationCidrBlock"));
        if ("undecided" in block) {
            contents?.undecided.push(block.undecided);
        } else {
            addRoutes(context, record, contents, [block.cidr]);
        }
    }
    for (const record of index.ofKind("transitGatewayPrefixListReference")) {
        const list = references.one(statedSlot(record, "prefixListId"), ["prefixList"]);
        const found = list.kind === "found" ? prefixLists.get(list.key) : undefined;
        const contents = tableOf(record);
        if (found?.cidrs === undefined) {
            contents?.undecided.push({
                urn: record.urn,
                property: "prefixListId",
                reason: "the entries of its prefix list are not known to this stack",
                remedy: "Let this stack manage the prefix list, or state the routes one by one.",
            });
        } else {
            addRoutes(context, record, contents, found.cidrs);
        }
    }
    return at;
}

function addRoutes(
    context: ModelContext,
    record: ResourceRecord,
    contents: TableContents | undefined,
    destinations: readonly TransitGatewayRoute["destination"][],
): void {
    const blackholeSlot = statedSlot(record, "blackhole");
    const blackhole = flagIn(blackholeSlot) === true;
    if (isUnknownSlot(blackholeSlot)) {
        contents?.undecided.push(unknownIn(blackholeSlot, "whether the route drops"));
    }
    const attachment = context.references.one(
        statedSlot(record, "transitGatewayAttachmentId"),
        attachmentKinds,
    );
    if (!blackhole && attachment.kind !== "found") {
        contents?.undecided.push(
            attachment.kind === "undecided"
                ? attachment.undecided
                : {
                      urn: record.urn,
                      property: "transitGatewayAttachmentId",
                      reason: "the route names neither an attachment nor a blackhole",
                      remedy: 'State "transitGatewayAttachmentId" or "blackhole: true".',
                  },
        );
        return;
    }
    const target = blackhole || attachment.kind !== "found" ? {} : { attachment: attachment.key };
    contents?.routes.push(
        ...destinations.map((destination) => ({ urn: record.urn, destination, ...target })),
    );
}
