import type { Effects } from "./effects";
import { shortUrn } from "./effects";

/** What a change does, as people read it: `Type name`, components left out, for they cost and break nothing. */
export interface ChangeEffects {
    readonly create: readonly string[];
    readonly update: readonly string[];
    readonly replace: readonly string[];
    readonly delete: readonly string[];
}

const isComponent = (urn: string): boolean => /\bpalisade:index:\w+::/.test(urn);

export function readable(effects: Effects): ChangeEffects {
    const told = (urns: readonly string[]) =>
        urns
            .filter((urn) => !isComponent(urn))
            .map(shortUrn)
            .sort();
    return {
        create: told(effects.create),
        update: told(effects.update),
        replace: told(effects.replace),
        delete: told(effects.delete),
    };
}

const precious = new RegExp(
    `^(${[
        "Vpc",
        "Subnet",
        "SecurityGroup",
        "NatGateway",
        "Eip",
        "InternetGateway",
        "RouteTable",
        "NetworkAcl",
        "VpcEndpoint",
        "LoadBalancer",
        "Instance",
        "Bucket",
        "Key",
        "LogGroup",
        "Vault",
    ].join("|")}) `,
);

/** What a change takes away or makes anew that others have addresses, sessions or data in. */
export const losses = ({ replace, delete: gone }: ChangeEffects): readonly string[] =>
    [...replace, ...gone].filter((what) => precious.test(what));

export interface EnvironmentChanges {
    readonly environment: string;
    /** What its settings had beside the committed ones. */
    readonly beside: string;
    readonly effects: { readonly [title: string]: ChangeEffects };
}

/** The page that tells what each change does. */
export const changesPage = (environments: readonly EnvironmentChanges[]): string =>
    [
        "# What a change does",
        "",
        "Counted by the stories that run on the real engine (`npm run test:engine`). No change here replaces or",
        "deletes a VPC, a subnet, a security group, a route table, a gateway, an address, an endpoint, a load",
        "balancer, a database, a bucket or a key.",
        "",
        ...environments.flatMap(({ environment, beside, effects }) => [
            `## ${environment}, with ${beside}`,
            "",
            "| Change | Create | Update | Replace | Delete | Replaced |",
            "| --- | ---: | ---: | ---: | ---: | --- |",
            ...Object.entries(effects).map(row),
            "",
        ]),
        "What is replaced is made before the old one goes, so that nothing is without it.",
        "",
    ].join("\n");

function row([title, { create, update, replace, delete: gone }]: [string, ChangeEffects]): string {
    const counts = [create, update, replace, gone].map((urns) => String(urns.length));
    return `| ${[title, ...counts, replace.join(", ") || "nothing"].join(" | ")} |`;
}
