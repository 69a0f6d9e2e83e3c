/** A question of a batch with the verdict that its source expects. */
export interface ExpectedAnswer {
    readonly line: string;
    readonly question: object;
    readonly verdict: string;
    /** The verdict for a plan in which ids are unknown, where the source's is not due to it. */
    readonly previewVerdict: string;
}

const form =
    /^(?<from>\S+) > (?<to>\S+) (?<traffic>[^=]*?)(?: from (?<port>\d+))?(?: via (?<via>\S+))?(?<request> request)? = (?<verdict>\w+)(?: \(planned: (?<planned>\w+)\))?$/;

/**
 * Reads `client > db.private tcp 5432 = reachable`. An end is a resource's name (with `.public`,
 * `.private` or `.ipv6`, or `@` and the address that is meant), `internet`, `internet6`, a public block, `ip:` and
 * an address, or an AWS service. After the traffic may follow `from` a client's port, `via` a load
 * balancer and `request`.
 */
export function readExpected(line: string): ExpectedAnswer {
    const found = form.exec(line)?.groups;
    if (found === undefined) {
        throw new Error(`"${line}" is no question`);
    }
    const { from = "", to = "", traffic = "", port, via, request, verdict = "", planned } = found;
    return {
        line,
        question: {
            from: endOf(from),
            to: endOf(to),
            ...trafficOf(traffic),
            ...(port === undefined ? {} : { sourcePort: Number(port) }),
            ...(via === undefined ? {} : { via }),
            ...(request === undefined ? {} : { scope: "request" }),
        },
        verdict,
        previewVerdict: planned ?? verdict,
    };
}

function endOf(text: string): object {
    const [, service] = /^(s3|dynamodb)$/.exec(text) ?? [];
    if (service !== undefined) {
        return { internet: "0.0.0.0/0", service };
    }
    if (/^internet6?$/.test(text)) {
        return { internet: text === "internet" ? "0.0.0.0/0" : "::/0" };
    }
    if (text.startsWith("ip:")) {
        return { ip: text.slice(3) };
    }
    if (/^[\da-f]+[.:][\da-f.:/]+$/.test(text)) {
        const whole = text.includes(":") ? 128 : 32;
        return { internet: text.includes("/") ? text : `${text}/${whole}` };
    }
    const [, resource = "", address, ip] =
        /^([^.@]+)(?:\.(private|public|ipv6))?(?:@(.+))?$/.exec(text) ?? [];
    return { resource, ...(address === undefined ? {} : { address }), ...(ip === undefined ? {} : { ip }) };
}

function trafficOf(text: string): object {
    const [name = "", rest] = text.split(" ");
    const protocol = /^\d+$/.test(name) ? Number(name) : name;
    if (rest === undefined) {
        return { protocol };
    }
    const [first, second] = rest.split("/").map(Number);
    return name.startsWith("icmp")
        ? { protocol, icmpType: first, ...(second === undefined ? {} : { icmpCode: second }) }
        : { protocol, port: first };
}
