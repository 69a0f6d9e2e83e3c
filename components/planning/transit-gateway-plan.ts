import { isCidrProblem, readCidr } from "../../packets/cidr";
import { problemsOfUnknown } from "./unknown-names";
import type { Problem } from "./problem";

/** What of a hub's arguments can be wrong before AWS is asked. */
export interface TransitGatewayChoices {
    readonly routeTables: readonly string[];
    readonly vpnSites?: {
        readonly [key: string]: {
            readonly cidrs: readonly string[];
            readonly routeTable: string;
            readonly reachableFrom: readonly string[];
        };
    };
    readonly logsKmsKeyArn?: unknown;
}

export function transitGatewayProblems(choices: TransitGatewayChoices): Problem[] {
    const problems: Problem[] = [];
    const repeated = choices.routeTables.filter((key, at, all) => all.indexOf(key) !== at);
    if (repeated.length > 0 || choices.routeTables.length === 0) {
        problems.push({
            path: "routeTables",
            given: repeated.length > 0 ? `${repeated.join(", ")} twice` : "none",
            allowed: "one name or more, each once",
            change: "correct the list",
        });
    }
    const sites = Object.entries(choices.vpnSites ?? {});
    for (const [key, site] of sites) {
        const path = `vpnSites.${key}`;
        problems.push(
            ...problemsOfUnknown(`${path}.routeTable`, [site.routeTable], choices.routeTables),
            ...problemsOfUnknown(`${path}.reachableFrom`, site.reachableFrom, choices.routeTables),
        );
        site.cidrs.forEach((text, position) => {
            const cidr = readCidr(text);
            if (isCidrProblem(cidr)) {
                problems.push({
                    path: `${path}.cidrs[${position}]`,
                    given: `"${text}", which ${cidr.problem}`,
                    allowed: "a CIDR block",
                    change: cidr.suggestion === undefined ? "correct it" : `did you mean ${cidr.suggestion}?`,
                });
            }
        });
    }
    if (sites.length > 0 && choices.logsKmsKeyArn === undefined) {
        problems.push({
            path: "logsKmsKeyArn",
            given: "nothing",
            allowed: "the key for the tunnels' logs",
            change: "pass the environment's key for logs",
        });
    }
    return problems;
}
