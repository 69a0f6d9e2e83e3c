import { isIP } from "node:net";
import { rangeOf } from "./address-ranges";
import type { InputFacts } from "./aws-types";

const arn = /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}|aws)?:.+/;
/** What an alarm does to its instance; it belongs to no account. */
const automatedAction = /^arn:[\w-]+:automate:[\w-]+:ec2:(reboot|recover|stop|terminate)$/;

const weekdays = "(mon|tue|wed|thu|fri|sat|sun)";
const time = "([01]\\d|2[0-3]):[0-5]\\d";

/** What a text must look like to be taken for its format, for the formats that a pattern tells. */
const patterns: { readonly [format: string]: RegExp } = {
    boolString: /^(true|false|)$/,
    intString: /^(-?\d+|traffic-port|\d+%|)$/,
    rfc3339: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    "hh24:mi-hh24:mi": new RegExp(`^${time}-${time}$`),
    "ddd:hh24:mi-ddd:hh24:mi": new RegExp(`^${weekdays}:${time}-${weekdays}:${time}$`, "i"),
};

/** Why a text is not of the format that the provider asks for; nothing when it is. */
export function formatReasons(facts: InputFacts, text: string): string[] {
    switch (facts.format) {
        case "ip":
        case "ip4":
            return isIP(text) === 4 || (facts.format === "ip" && isIP(text) === 6)
                ? []
                : ["is no IP address"];
        case "cidr":
        case "cidr4":
        case "cidr6":
            return cidrReasons(facts, text);
        case "arn":
            return arn.test(text) || automatedAction.test(text) ? [] : ["is not an ARN"];
        case "json":
        case "json(any)":
            return isJson(text) ? [] : ["is not valid JSON"];
        default: {
            const pattern = patterns[facts.format ?? ""];
            return pattern === undefined || pattern.test(text) ? [] : [`is not of the form ${facts.format!}`];
        }
    }
}

function cidrReasons(facts: InputFacts, text: string): string[] {
    try {
        const { version, prefix } = rangeOf(text);
        if (facts.format !== "cidr" && `cidr${version}` !== facts.format) {
            return [`is not an ${facts.format === "cidr6" ? "IPv6" : "IPv4"} range`];
        }
        const [shortest, longest] = facts.cidrMask ?? [0, 128];
        return prefix < shortest || prefix > longest ? [`must be a /${shortest} to /${longest}`] : [];
    } catch (error) {
        return [`is refused: ${(error as Error).message}`];
    }
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
