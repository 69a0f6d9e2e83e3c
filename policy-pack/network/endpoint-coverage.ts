import type { NetworkModel, Subnet, Vpc } from "../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../fault";

/** Private route tables of a VPC that do not lead to a service by its gateway endpoint. */
export function withoutGateway(
    vpc: Vpc,
    inside: readonly Subnet[],
    service: string,
    model: NetworkModel,
): Faults {
    const endpoints = [...model.gatewayEndpoints.values()].filter(
        (endpoint) => endpoint.vpc === vpc.key && endpoint.service === service,
    );
    if (endpoints.length === 0 && hasInterface(vpc, service, model)) {
        return [];
    }
    if (endpoints.length === 0) {
        return [violates(vpc.record, `has no gateway endpoint for ${service}`)];
    }
    const open = endpoints.flatMap((endpoint) => endpoint.undecided);
    const tables = new Set(endpoints.flatMap(({ routeTables }) => routeTables));
    const left = [...new Set(inside.map(({ routeTable }) => routeTable))].filter(
        (table) => !tables.has(table),
    );
    return open.length > 0
        ? open.map((undecided) => undecidable(undecided, `whether ${service} has a route cannot be told`))
        : left.map((table) => {
              const name = inside.find(({ routeTable }) => routeTable === table)?.record?.name ?? "";
              return violates(
                  { urn: endpoints[0]!.key, property: "routeTableIds" },
                  `leaves out the route table of private subnet ${name}`,
                  { evidence: [{ label: "route table", value: table, urn: table }] },
              );
          });
}

const hasInterface = (vpc: Vpc, service: string, model: NetworkModel): boolean =>
    [...model.interfaceEndpoints.values()].some(
        (endpoint) => endpoint.vpc === vpc.key && endpoint.service === service,
    );

/** A service that has no interface endpoint in a VPC, or one without its private name. */
export function withoutInterface(vpc: Vpc, service: string, model: NetworkModel): Faults {
    const own = [...model.interfaceEndpoints.values()].filter((endpoint) => endpoint.vpc === vpc.key);
    const found = own.find((endpoint) => endpoint.service === service);
    if (found !== undefined) {
        const place = { urn: found.key, property: "privateDnsEnabled" };
        return found.privateDns ? [] : [violates(place, `is off, so the name of ${service} leads past it`)];
    }
    const open = own.flatMap(({ undecided }) => undecided);
    return open.length > 0
        ? open.map((undecided) => undecidable(undecided, `whether ${service} has an endpoint cannot be told`))
        : [violates(vpc.record, `has no interface endpoint for ${service}`)];
}
