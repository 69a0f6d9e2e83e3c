import { z } from "zod";

/** Port numbers by name, each written down once; flows and what listens both go by the name. */
export const portsSection = z
    .record(
        z.string().regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens, a letter first"),
        z
            .int()
            .min(1)
            .max(65535)
            .meta({ examples: [8080] }),
    )
    .default({})
    .meta({ examples: ["{app: 8080}"] });

/** Ports of remote administration: those whose name ends in ssh or rdp. */
export const adminPortsOf = (ports: { readonly [name: string]: number }): number[] => [
    ...new Set(
        Object.entries(ports)
            .filter(([name]) => /(^|-)(ssh|rdp)$/.test(name))
            .map(([, port]) => port),
    ),
];
