import type { NetworkModel, Subnet, Vpc } from "../../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../../fault";
import { routedAccess } from "../../network/routing";
import { managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const vpcEndpointsRequired = rule(
    {
        id: "vpc-endpoints-required",
        title: "Private subnets reach AWS services through endpoints",
        severity: "medium",
        checklist: ["network-6", "access-2"],
        why: "Without endpoints, calls to AWS leave by NAT over the internet, or fail where there is none.",
        fix: "Add a gateway endpoint to every private route table, and interface endpoints for the other services.",
        docs: "https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html",
        config: {
            gatewayServices: textList("Services that every private route table must lead to", ["s3"]),
            interfaceServices: textList("Services that need an interface endpoint", ["ssm", "ssmmessages"]),
        },
    },
    perStack(({ model }, { gatewayServices, interfaceServices }) =>
        [...model.vpcs.values()]
            .filter(({ external }) => !external)
            .flatMap((vpc): Faults => {
                const inside = managedSubnets(model).filter(
                    (subnet) => subnet.vpc === vpc.key && routedAccess(subnet, model) !== "public",
                );
                return inside.length === 0
                    ? []
                    : [
                          ...gatewayServices.flatMap((service) =>
                              withoutGateway(vpc, inside, service, model),
                          ),
                          ...interfaceServices.flatMap((service) => withoutInterface(vpc, service, model)),
                      ];
            }),
    ),
);

function withoutGateway(vpc: Vpc, inside: readonly Subnet[], service: string, model: NetworkModel): Faults {
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

function withoutInterface(vpc: Vpc, service: string, model: NetworkModel): Faults {
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
