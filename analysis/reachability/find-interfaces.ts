import type { NetworkInterface } from "../model/network-model";
import type { NetworkIndex } from "./network-index";
import { QueryError } from "./query";

/**
 * The interfaces a resource is known by: its own, those of an instance that has several, or those of the
 * load balancer or endpoint it is. Throws a QueryError for a name that means nothing, or several things.
 */
export function findInterfaces(
    index: NetworkIndex,
    resource: string,
    field: string,
): readonly NetworkInterface[] {
    const { model } = index;
    const exact = interfacesAt(index, resource);
    if (exact.length > 0) {
        return exact;
    }
    const isCalled = (
        key: string,
        record: { readonly name: string; readonly id?: string } | undefined,
    ): boolean => [key, record?.name, record?.id].includes(resource);
    const own = [...model.interfaces.values()].filter(({ key, record }) => isCalled(key, record));
    const carriers = [...model.loadBalancers.values(), ...model.interfaceEndpoints.values()].filter(
        ({ key, record }) => isCalled(key, record),
    );
    const instances = [...(model.instanceInterfaces?.keys() ?? [])].filter((urn) =>
        isCalled(urn, model.records.get(urn)),
    );
    const keys = [
        ...own.map(({ key }) => key),
        ...carriers.map(({ networkInterface }) => networkInterface),
        ...instances,
    ];
    const meanings = [...new Set(keys)]
        .map((key) => interfacesAt(index, key))
        .filter(({ length }) => length > 0);
    const [only, ...others] = meanings;
    if (others.length > 0) {
        const urns = meanings.map(([host]) => host!.record?.urn ?? host!.key).join(", ");
        throw new QueryError(
            `${field}.resource`,
            `"${resource}" may mean any of ${urns}; name one by its URN`,
        );
    }
    const found = only ?? gatewayInterfaces(index, resource);
    if (found.length === 0) {
        throw new QueryError(
            `${field}.resource`,
            `no network interface belongs to "${resource}"; name a resource that has one, by URN or name`,
        );
    }
    return found;
}

/** What has the key: an interface, or all those of an instance that has several. */
function interfacesAt({ model }: NetworkIndex, key: string): readonly NetworkInterface[] {
    const keys = model.instanceInterfaces?.get(key) ?? [key];
    return keys.map((each) => model.interfaces.get(each)).filter((host) => host !== undefined);
}

/** A NAT gateway in a model that has no interface for it. */
function gatewayInterfaces({ model }: NetworkIndex, key: string): readonly NetworkInterface[] {
    const gateway = model.natGateways.get(key);
    return gateway?.subnet === undefined
        ? []
        : [
              {
                  key,
                  external: false,
                  undecided: [],
                  kind: "natGateway",
                  vpc: gateway.vpc,
                  subnets: [gateway.subnet],
                  securityGroups: [],
                  publicIpv4: gateway.public ? "yes" : "no",
                  ipv6: "no",
                  sourceDestCheck: false,
                  tags: {},
              },
          ];
}
