import type { Problem } from "./problem";

/** A group of targets behind a load balancer, and which requests go there. */
export interface BackendChoices {
    readonly paths?: readonly string[];
    readonly hosts?: readonly string[];
    readonly priority?: number;
    readonly port?: number;
}

export interface LoadBalancerChoices {
    readonly subnetIds: { readonly [zone: string]: unknown };
    readonly backends: { readonly [key: string]: BackendChoices };
    readonly idleTimeoutSeconds?: number;
    readonly stickinessSeconds?: number;
}

/** AWS names a load balancer or target group by 32 characters at the most, eight of which Pulumi adds. */
const longestName = 24;

/** Names of a load balancer and its target groups that AWS, or Pulumi's naming for it, would refuse. */
export function balancerNameProblems(name: string, keys: readonly string[]): Problem[] {
    return [`${name}-lb`, ...keys.map((key) => `${name}-${key}`)]
        .filter(
            (child) =>
                child.length > longestName || !/^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/.test(child),
        )
        .map((child) => ({
            path: "name",
            given: `"${child}"`,
            allowed: `at most ${longestName} letters, digits and inner hyphens`,
            change: "shorten the component's name or the key",
        }));
}

/** Every reason why ELB or its provider would refuse these arguments. */
export function loadBalancerProblems(name: string, choices: LoadBalancerChoices): Problem[] {
    const problems = balancerNameProblems(name, Object.keys(choices.backends));
    if (Object.keys(choices.subnetIds).length < 2) {
        problems.push({
            path: "subnetIds",
            given: Object.keys(choices.subnetIds).join(", ") || "none",
            allowed: "subnets in at least two zones",
            change: "add a zone to the network",
        });
    }
    problems.push(...defaultBackendProblems(choices.backends), ...priorityProblems(choices.backends));
    const ranges = { idleTimeoutSeconds: [1, 4000], stickinessSeconds: [1, 604800] } as const;
    for (const path of ["idleTimeoutSeconds", "stickinessSeconds"] as const) {
        const value = choices[path];
        const [low, high] = ranges[path];
        if (value !== undefined && !(value >= low && value <= high)) {
            problems.push({
                path,
                given: String(value),
                allowed: `${low}–${high} seconds`,
                change: "choose a time within",
            });
        }
    }
    return problems;
}

const isDefault = (backend: BackendChoices): boolean =>
    backend.paths === undefined && backend.hosts === undefined;

function defaultBackendProblems(backends: LoadBalancerChoices["backends"]): Problem[] {
    const defaults = Object.entries(backends).filter(([, backend]) => isDefault(backend));
    return defaults.length === 1
        ? []
        : [
              {
                  path: "backends",
                  given: defaults.map(([key]) => key).join(", ") || "no backend without paths and hosts",
                  allowed: "exactly one that takes whatever no other backend does",
                  change: "leave out paths and hosts of one backend, and of one only",
              },
          ];
}

function priorityProblems(backends: LoadBalancerChoices["backends"]): Problem[] {
    const problems: Problem[] = [];
    const taken = new Map<number, string>();
    for (const [key, backend] of Object.entries(backends)) {
        if (isDefault(backend)) {
            continue;
        }
        const path = `backends.${key}.priority`;
        const priority = backend.priority;
        if (priority === undefined || !Number.isInteger(priority) || priority < 1 || priority > 50000) {
            problems.push({
                path,
                given: String(priority ?? "nothing"),
                allowed: "a whole number from 1 to 50000",
                change: "give it one: priorities that follow the order of keys would move when a key is added",
            });
        } else if (taken.has(priority)) {
            problems.push({
                path,
                given: `${priority}, as backends.${taken.get(priority)}`,
                allowed: "a priority of its own",
                change: "choose another number",
            });
        } else {
            taken.set(priority, key);
        }
    }
    return problems;
}
