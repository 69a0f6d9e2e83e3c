import type { Invariant, InvariantEnd } from "../../analysis/reachability/invariants";
import { readFlowTraffic } from "../../analysis/reachability/flow-text";
import { isCidrProblem, readCidr } from "../../packets/cidr";
import type { Setting } from "../settings";

const form = '"<from> -> <to>", with ": <port>" behind it where not everything is meant';
const noPorts: ReadonlyMap<string, number> = new Map();

/**
 * Reads an invariant as an environment writes it: `internet -> *-db-*`, `tag:Tier=app -> internet: https`,
 * `sg:*-bastion -> 10.0.0.0/16: tcp/22`. Undefined where it is none.
 */
export function readInvariant(kind: Invariant["kind"], text: string): Invariant | undefined {
    const [path, port, ...more] = text.split(/:\s+/);
    const [from, to, ...rest] = (path ?? "").split("->").map((end) => readEnd(end.trim()));
    const traffic = port === undefined ? undefined : readFlowTraffic(port.trim(), noPorts);
    if (from === undefined || to === undefined || more.length + rest.length > 0) {
        return undefined;
    }
    if (port !== undefined && traffic === undefined) {
        return undefined;
    }
    return { kind, from, to, ...(traffic === undefined ? {} : { traffic }) };
}

function readEnd(text: string): InvariantEnd | undefined {
    if (text === "" || text === "internet") {
        return text === "" ? undefined : "internet";
    }
    if (!isCidrProblem(readCidr(text))) {
        return { cidr: text };
    }
    const tag = /^tag:([^=]+)=(.+)$/.exec(text);
    if (tag !== null) {
        return { tags: { [tag[1]!]: tag[2]! } };
    }
    return text.startsWith("sg:") ? { securityGroup: text.slice("sg:".length) } : { resource: text };
}

/** A list of invariants in the configuration. */
export const invariantList = (kind: Invariant["kind"], description: string): Setting<readonly string[]> => ({
    description: `${description}: ${form}`,
    fallback: [],
    schema: { type: "array", items: { type: "string" } },
    problem: (value) => {
        if (!Array.isArray(value)) {
            return `must be a list of texts such as ${form}`;
        }
        const bad: unknown = value.find(
            (text: unknown) => typeof text !== "string" || readInvariant(kind, text) === undefined,
        );
        return bad === undefined ? undefined : `${JSON.stringify(bad)} is not of the form ${form}`;
    },
});
