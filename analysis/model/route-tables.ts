import type { ModelContext } from "./model-context";
import type { GatewayEndpoint, Key, Route, RouteTable, Vpc } from "./network-model";
import { elements, isUnknownSlot, reportedSlot, statedSlot } from "./property-slots";
import { inlineRoute, standaloneRoute } from "./routes";
import type { ResourceRecord, Undecided } from "./resource-record";
import { vpcDefaults } from "./vpcs";
import { unknownIn } from "./undecided-values";

/** What resources beside a table put into it. */
interface Additions {
    readonly routes: ResourceRecord[];
    readonly propagatedFrom: Set<Key>;
    readonly gateways: Set<Key>;
    readonly endpoints: GatewayEndpoint[];
    readonly undecided: Undecided[];
}

/** Every route table with its routes of all shapes, and the main tables that AWS makes by itself. */
export function routeTables(
    context: ModelContext,
    vpcs: ReadonlyMap<Key, Vpc>,
    vpcOfDefault: ReadonlyMap<Key, Key>,
    endpoints: Iterable<GatewayEndpoint>,
): Map<Key, RouteTable> {
    const additions = additionsByTable(context, endpoints);
    const mainTables = new Set([...vpcs.values()].map(({ mainRouteTable }) => mainRouteTable));
    const tables = new Map<Key, RouteTable>();
    for (const record of context.index.ofKind("routeTable")) {
        const vpc =
            vpcOfDefault.get(record.urn) ??
            context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ??
            context.defaultVpc();
        const own = ownRoutes(context, record, vpc);
        const added = addedTo(context, additions.get(record.urn), vpc);
        // Where a source cannot tell inputs from outputs, the list repeats the standalone routes.
        const said = new Set(record.inputs === undefined ? added.routes.map(destinationText) : []);
        tables.set(record.urn, {
            key: record.urn,
            record,
            external: record.external === true,
            undecided: [...own.undecided, ...added.undecided],
            vpc,
            main: mainTables.has(record.urn),
            routes: [...own.routes.filter((route) => !said.has(destinationText(route))), ...added.routes],
            propagatedFrom: [...new Set([...own.propagatedFrom, ...added.propagatedFrom])].sort(),
            associatedGateways: added.associatedGateways,
        });
    }
    for (const vpc of vpcs.values()) {
        const made = vpcDefaults(context.index, vpc.key).mainRouteTable;
        for (const key of new Set([vpc.mainRouteTable, made])) {
            if (tables.has(key)) {
                continue;
            }
            tables.set(key, {
                ...unseenRouteTable(key, [], vpc.key),
                ...addedTo(context, additions.get(key), vpc.key),
                main: key === vpc.mainRouteTable,
                external: vpc.external || key !== made,
            });
        }
    }
    for (const [key, addition] of additions) {
        if (!tables.has(key)) {
            const table = unseenRouteTable(key, []);
            const added = addedTo(context, addition, table.vpc);
            const mentioned = context.references.mentioned("routeTable").get(key);
            const undecided = [...added.undecided, ...(mentioned === undefined ? [] : [mentioned])];
            tables.set(key, { ...table, ...added, undecided });
        }
    }
    return tables;
}

/** A table that another stack owns, or that the plan leaves open. */
export const unseenRouteTable = (
    key: Key,
    undecided: readonly Undecided[],
    vpc: Key = `external:vpc:of:${key}`,
): RouteTable => ({ key, external: true, undecided, vpc, main: false, routes: [], propagatedFrom: [] });

type TableContents = Required<
    Pick<RouteTable, "routes" | "propagatedFrom" | "associatedGateways" | "undecided">
>;

function ownRoutes(context: ModelContext, record: ResourceRecord, vpc: Key): TableContents {
    const list = statedSlot(record, "routes");
    const propagating = context.references.many(statedSlot(record, "propagatingVgws"), [
        "virtualPrivateGateway",
    ]);
    return {
        routes: elements(list).map((slot) => inlineRoute(context.references, slot, vpc)),
        propagatedFrom: propagating.keys,
        associatedGateways: [],
        undecided: [
            ...propagating.undecided,
            ...(isUnknownSlot(list) ? [unknownIn(list, "the list of routes")] : []),
        ],
    };
}

function addedTo(context: ModelContext, additions: Additions | undefined, vpc: Key): TableContents {
    if (additions === undefined) {
        return { routes: [], propagatedFrom: [], associatedGateways: [], undecided: [] };
    }
    return {
        routes: [
            ...additions.routes.map((record) => standaloneRoute(context.references, record, vpc)),
            ...additions.endpoints.map(endpointRoute),
        ],
        propagatedFrom: [...additions.propagatedFrom].sort(),
        associatedGateways: [...additions.gateways].sort(),
        undecided: additions.undecided,
    };
}

/** AWS itself puts a route to the service's prefix list into each table of a gateway endpoint. */
const endpointRoute = ({ key, prefixList }: GatewayEndpoint): Route => ({
    urn: key,
    property: "routeTableIds",
    destination: { kind: "prefixList", prefixList },
    target: { kind: "gatewayEndpoint", key },
});

const destinationText = ({ destination }: Route): string =>
    JSON.stringify(destination, (_, value: unknown) =>
        typeof value === "bigint" ? value.toString(16) : value,
    );

function additionsByTable(
    context: ModelContext,
    endpoints: Iterable<GatewayEndpoint>,
): ReadonlyMap<Key, Additions> {
    const { index, references } = context;
    const byTable = new Map<Key, Additions>();
    const at = (table: Key): Additions => {
        const additions = byTable.get(table) ?? {
            routes: [],
            propagatedFrom: new Set<Key>(),
            gateways: new Set<Key>(),
            endpoints: [],
            undecided: [],
        };
        byTable.set(table, additions);
        return additions;
    };
    const tableOf = (record: ResourceRecord): Additions | undefined => {
        const table = references.one(statedSlot(record, "routeTableId"), ["routeTable"]);
        if (table.kind === "undecided") {
            context.unattached.push(table.undecided);
            context.doubts.add("routeTables", table);
        }
        return table.kind === "found" ? at(table.key) : undefined;
    };
    for (const record of index.ofKind("route")) {
        tableOf(record)?.routes.push(record);
    }
    for (const record of index.ofKind("virtualPrivateGatewayPropagation")) {
        const gateway = references.keyOf(statedSlot(record, "vpnGatewayId"), ["virtualPrivateGateway"]);
        if (gateway !== undefined) {
            tableOf(record)?.propagatedFrom.add(gateway);
        }
    }
    for (const record of index.ofKind("routeTableAssociation")) {
        const gateway = references.one(statedSlot(record, "gatewayId"), [
            "internetGateway",
            "virtualPrivateGateway",
        ]);
        if (gateway.kind === "found") {
            const table = tableOf(record);
            table?.gateways.add(gateway.key);
            if (table === undefined) {
                const unknown = unknownIn(statedSlot(record, "routeTableId"), "the gateway's route table");
                context.doubts.note("internetGateways", [gateway.key], false, unknown);
            }
        } else if (gateway.kind === "undecided") {
            tableOf(record)?.undecided.push(gateway.undecided);
            context.doubts.add("internetGateways", gateway);
        }
    }
    for (const endpoint of endpoints) {
        endpoint.routeTables.forEach((table) => at(table).endpoints.push(endpoint));
    }
    return byTable;
}
