import type { ModelContext } from "./model-context";
import type { GatewayEndpoint, InterfaceEndpoint, Key } from "./network-model";
import { flagIn, isUnknownSlot, reportedSlot, statedSlot } from "./property-slots";
import { isGatewayEndpoint, serviceOf } from "./prefix-lists";
import { derivedKeys } from "./reference-candidates";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Gateway endpoints with the route tables that lead to them. */
export function gatewayEndpoints(context: ModelContext): Map<Key, GatewayEndpoint> {
    const { index, references } = context;
    const associated = new Map<Key, Key[]>();
    for (const record of index.ofKind("vpcEndpointRouteTableAssociation")) {
        const endpoint = references.one(statedSlot(record, "vpcEndpointId"), ["vpcEndpoint"]);
        const table = references.one(statedSlot(record, "routeTableId"), ["routeTable"]);
        if (table.kind === "undecided") {
            context.unattached.push(table.undecided);
            context.doubts.add("routeTables", table);
        } else if (table.kind === "found" && endpoint.kind === "found") {
            associated.set(endpoint.key, [...(associated.get(endpoint.key) ?? []), table.key]);
        } else if (table.kind === "found" && endpoint.kind === "undecided") {
            context.unattached.push(endpoint.undecided);
            context.doubts.note("routeTables", [table.key], false, endpoint.undecided);
        }
    }
    return new Map(
        index
            .ofKind("vpcEndpoint")
            .filter(isGatewayEndpoint)
            .map((record): [Key, GatewayEndpoint] => {
                const tables = references.many(statedSlot(record, "routeTableIds"), ["routeTable"]);
                const certain = tables.keys.filter((key) => !tables.open.includes(key));
                const named = [...new Set([...certain, ...(associated.get(record.urn) ?? [])])].sort();
                const service = undecidedService(record);
                context.doubts.addAll("routeTables", tables);
                service.forEach((doubt) => context.doubts.note("routeTables", named, false, doubt));
                return [
                    record.urn,
                    {
                        ...endpointOf(context, record),
                        undecided: [...service, ...tables.undecided],
                        prefixList: derivedKeys.servicePrefixList(record),
                        routeTables: named,
                    },
                ];
            }),
    );
}

/** Interface endpoints; their addresses, subnets and groups are with the interfaces. */
export function interfaceEndpoints(context: ModelContext): Map<Key, InterfaceEndpoint> {
    return new Map(
        context.index
            .ofKind("vpcEndpoint")
            .filter((record) => !isGatewayEndpoint(record))
            .map((record): [Key, InterfaceEndpoint] => [
                record.urn,
                {
                    ...endpointOf(context, record),
                    privateDns: flagIn(statedSlot(record, "privateDnsEnabled")) ?? false,
                    networkInterface: record.urn,
                },
            ]),
    );
}

function endpointOf(context: ModelContext, record: ResourceRecord) {
    return {
        key: record.urn,
        record,
        external: record.external === true,
        undecided: undecidedService(record),
        vpc: context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ?? context.defaultVpc(),
        service: serviceOf(record) ?? "",
    };
}

function undecidedService(record: ResourceRecord): Undecided[] {
    const slot = statedSlot(record, "serviceName");
    return isUnknownSlot(slot) ? [unknownIn(slot, "the service it leads to")] : [];
}
