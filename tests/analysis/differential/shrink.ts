import type { Network } from "../../support/simulator/network";

type Json = { readonly [property: string]: unknown };

/**
 * The smallest part of a network that still fails: things, rules, entries and routes are left out one
 * by one as long as it does. A part that is no network (something named is missing) counts as passing.
 */
export function shrink(network: Network, fails: (smaller: Network) => boolean): Network {
    const stillFails = (candidate: Network): boolean => {
        try {
            return fails(candidate);
        } catch {
            return false;
        }
    };
    let current = network;
    for (let progress = true; progress;) {
        progress = false;
        for (const candidate of reductions(current)) {
            if (stillFails(candidate)) {
                current = candidate;
                progress = true;
                break;
            }
        }
    }
    return current;
}

function* reductions(network: Network): Generator<Network> {
    for (const [kind, things] of Object.entries(network)) {
        if (!Array.isArray(things)) {
            continue;
        }
        for (let index = 0; index < things.length; index += 1) {
            yield { ...network, [kind]: things.filter((_, other) => other !== index) };
        }
    }
    for (const kind of ["securityGroups", "networkAcls", "routeTables", "targetGroups"] as const) {
        const things: readonly Json[] = network[kind].map((thing) => ({ ...thing }));
        for (const [index, thing] of things.entries()) {
            for (const property of thing.untouched === true
                ? []
                : ["rules", "entries", "routes", "targets"]) {
                const parts = (thing[property] ?? []) as readonly unknown[];
                for (let part = 0; part < parts.length; part += 1) {
                    const smaller = { ...thing, [property]: parts.filter((_, other) => other !== part) };
                    yield { ...network, [kind]: things.map((each, at) => (at === index ? smaller : each)) };
                }
            }
        }
    }
}

/** Only what is there, one thing a line. */
export function describeNetwork(network: Network): string {
    return Object.entries(network)
        .flatMap(([kind, things]) =>
            Array.isArray(things)
                ? things.map((thing) => `${kind}: ${JSON.stringify(thing)}`)
                : [`${kind}: ${JSON.stringify(things)}`],
        )
        .join("\n    ");
}
