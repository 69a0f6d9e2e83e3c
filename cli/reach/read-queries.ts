import { nearest } from "../../components/planning/did-you-mean";
import type { QueryEnd, ReachQuery } from "../../analysis/reachability/query";
import { InputError } from "../input-error";

type Fields = { readonly [field: string]: unknown };

/**
 * Reads a batch of questions. A field that is a slip of the pen of a known one is refused, for the
 * question would be another one; other fields are notes of whoever asks. Throws an InputError that names
 * every problem by the index of its question: `[3].from: …`.
 */
export function readQueries(json: unknown, named: string): ReachQuery[] {
    if (!Array.isArray(json)) {
        throw new InputError([`${named}: the questions are an array of {from, to, protocol, port, …}`]);
    }
    const problems: string[] = [];
    const queries = json.map((query: unknown, index) => new QueryReader(`[${index}]`, problems).query(query));
    if (problems.length > 0) {
        throw new InputError(problems.map((problem) => `${named}: ${problem}`));
    }
    return queries.filter((query) => query !== undefined);
}

const queryFields = ["from", "to", "protocol", "port", "sourcePort", "icmpType", "icmpCode", "via", "scope"];
const endFields = ["resource", "address", "ip", "internet", "service"];

/** Reads one question and notes what is wrong with it. */
class QueryReader {
    constructor(
        private readonly place: string,
        private readonly problems: string[],
    ) {}

    query(json: unknown): ReachQuery | undefined {
        const fields = this.fields("", json, queryFields);
        if (fields === undefined) {
            return undefined;
        }
        const from = this.end("from", fields["from"]);
        const to = this.end("to", fields["to"]);
        const protocol = fields["protocol"];
        if (typeof protocol !== "string" && typeof protocol !== "number") {
            this.refuse("protocol", protocol, "tcp, udp, icmp or a number");
            return undefined;
        }
        const query = {
            protocol,
            ...this.number(fields, "port", 65535),
            ...this.number(fields, "sourcePort", 65535),
            ...this.number(fields, "icmpType", 255),
            ...this.number(fields, "icmpCode", 255),
            ...this.text(fields, "via"),
            ...this.choice(fields, "scope", ["session", "request"] as const),
        };
        return from === undefined || to === undefined ? undefined : { from, to, ...query };
    }

    private end(role: "from" | "to", json: unknown): QueryEnd | undefined {
        const fields = this.fields(role, json, endFields);
        if (fields === undefined) {
            return undefined;
        }
        const { resource, internet, ip } = fields;
        if (typeof resource === "string" && internet === undefined) {
            const address = this.choice(
                fields,
                "address",
                ["private", "public", "ipv6"] as const,
                `${role}.`,
            );
            return { resource, ...address, ...this.text(fields, "ip", `${role}.`) };
        }
        if (typeof internet === "string" && resource === undefined && ip === undefined) {
            return { internet, ...this.text(fields, "service", `${role}.`) };
        }
        if (typeof ip === "string" && resource === undefined && internet === undefined) {
            return { ip };
        }
        this.refuse(role, json, '{"resource": URN or name}, {"internet": CIDR} or {"ip": address}');
        return undefined;
    }

    /** The fields that are given; null counts as not given, and so does an empty text. */
    private fields(path: string, json: unknown, known: readonly string[]): Fields | undefined {
        if (typeof json !== "object" || json === null || Array.isArray(json)) {
            this.refuse(path, json, `an object with ${known.slice(0, 4).join(", ")}`);
            return undefined;
        }
        const given = Object.entries(json).filter(
            ([, value]) => value !== null && value !== undefined && value !== "",
        );
        for (const [field] of given) {
            const meant = known.includes(field) ? undefined : nearest(field, known);
            // Of two letters one tells nothing: an "id" is no slip of the pen for "ip".
            if (meant !== undefined && meant.length > 2) {
                const at = path === "" ? field : `${path}.${field}`;
                this.problems.push(`${this.place}.${at}: there is no such field; did you mean "${meant}"?`);
            }
        }
        return Object.fromEntries(given);
    }

    private number(fields: Fields, field: string, most: number): { readonly [field: string]: number } {
        const given = fields[field];
        if (given === undefined) {
            return {};
        }
        const value = typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given;
        if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) {
            return { [field]: value };
        }
        this.refuse(field, given, `a number from 0 to ${most}`);
        return {};
    }

    private text(fields: Fields, field: string, path = ""): { readonly [field: string]: string } {
        const value = fields[field];
        if (value !== undefined && typeof value !== "string") {
            this.refuse(path + field, value, "a text");
        }
        return typeof value === "string" ? { [field]: value } : {};
    }

    private choice<Choice extends string>(
        fields: Fields,
        field: string,
        choices: readonly Choice[],
        path = "",
    ): { readonly [field: string]: Choice } {
        const value = fields[field];
        const chosen = choices.find((one) => one === value);
        if (value !== undefined && chosen === undefined) {
            this.refuse(path + field, value, choices.join(", "));
        }
        return chosen === undefined ? {} : { [field]: chosen };
    }

    private refuse(path: string, given: unknown, allowed: string): void {
        const at = path === "" ? this.place : `${this.place}.${path}`;
        const what = given === undefined ? "nothing" : JSON.stringify(given);
        this.problems.push(`${at}: ${what} was given; allowed is ${allowed}`);
    }
}
