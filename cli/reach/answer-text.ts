import type { Hop, HopKind, Packet } from "../../analysis/reachability/answer";
import { nameOf } from "../offline/urn";
import type { Rendering } from "../render/rendering";
import { wrap } from "../render/wrap";
import type { AnsweredPair, Reply } from "./ask";

/** The answer for people: the verdict, then the way there and back, or what stands in it, or what is open. */
export function replyText(reply: Reply, how: Rendering): string {
    const { from, to, asked, verdict, pairs } = reply;
    const title = `${marked(verdict, how)}: ${from} → ${to}, ${trafficText(asked)}`;
    const kinds = [...new Set(pairs.map(({ answer }) => answer.verdict))];
    const sections = kinds.map((kind) => {
        const alike = pairs.filter(({ answer }) => answer.verdict === kind);
        return [...(pairs.length === 1 ? [] : [pairList(alike, how)]), explanation(alike[0]!, how)].join(
            "\n\n",
        );
    });
    return `${[title, ...sections].join("\n\n")}\n`;
}

/** Which pairs an explanation stands for; with `--verbose` all of them. */
function pairList(alike: readonly AnsweredPair[], how: Rendering): string {
    const shown = how.verbose ? alike : alike.slice(0, 8);
    const rest = alike.length - shown.length;
    const [{ answer }] = alike as readonly [AnsweredPair];
    return [
        alike.length === 1
            ? `${marked(answer.verdict, how)} for`
            : `${marked(answer.verdict, how)} for ${alike.length} pairs, of which the first is explained`,
        ...shown.map(({ from, to }) => `  ${from} → ${to}`),
        ...(rest > 0 ? [`  and ${rest} more (--verbose lists them)`] : []),
    ].join("\n");
}

export function marked(verdict: Reply["verdict"], { colors }: Rendering): string {
    switch (verdict) {
        case "reachable":
            return colors.bold(colors.green("reachable"));
        case "blocked":
            return colors.bold(colors.red("blocked"));
        case "unknown":
        case "mixed":
            return colors.bold(colors.yellow(verdict));
    }
}

export function trafficText({
    protocol,
    port,
    icmpType,
    icmpCode,
    sourcePort,
    via,
    scope,
}: Reply["asked"]): string {
    return [
        String(protocol),
        ...(port === undefined ? [] : [` ${port}`]),
        ...(icmpType === undefined ? [] : [` ${icmpType}/${icmpCode ?? 0}`]),
        ...(sourcePort === undefined ? [] : [` from port ${sourcePort}`]),
        ...(via === undefined ? [] : [` through ${nameOf(via) || via}`]),
        ...(scope === "request" ? [", the request alone"] : []),
    ].join("");
}

function explanation({ answer }: AnsweredPair, how: Rendering): string {
    const { verdict, packet, partial, codes, undecided, blockedBy, changes, path, replyPath } = answer;
    const showsWay = verdict !== "blocked" || how.verbose;
    const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
        [
            "What stands in the way",
            blockedBy.flatMap(({ code, stops, message, rule }) => [
                [stops, `${code}: ${message}`] as const,
                ...(rule === undefined ? [] : [["", rule] as const]),
            ]),
        ],
        ["The least change that opens it", changes.map((change, at) => [`${at + 1}.`, change])],
        [
            "What leaves it open",
            undecided.flatMap(({ urn, property, reason, remedy }) => [
                ["", `${urn} ${property}: ${reason}`.trim()] as const,
                ["", how.colors.dim(remedy)] as const,
            ]),
        ],
        ["Not for every port", partial === undefined ? [] : [["", partial]]],
        ["The request", showsWay ? hopLines(path, how) : []],
        ["The reply", showsWay ? hopLines(replyPath, how) : []],
        ["One such packet", packet === undefined ? [] : [["", packetText(packet)]]],
        ["Codes", blockedBy.length > 0 || codes.length === 0 ? [] : [["", codes.join(", ")]]],
    ];
    return sections
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => [how.colors.bold(title), ...aligned(lines, how)].join("\n"))
        .join("\n\n");
}

/** A word, and a text that stands beside it. */
type Line = readonly [word: string, text: string];

const kindNames: { readonly [kind in HopKind]: string } = {
    source: "from",
    destination: "to",
    internet: "internet",
    service: "AWS service",
    securityGroup: "security group",
    networkAcl: "network ACL",
    routeTable: "route table",
    internetGateway: "internet gateway",
    natGateway: "NAT gateway",
    appliance: "appliance",
    peeringConnection: "peering connection",
    transitGateway: "transit gateway",
    transitGatewayRouteTable: "its route table",
    endpoint: "endpoint",
    loadBalancer: "load balancer",
    boundary: "boundary",
};

const hopLines = (hops: readonly Hop[], { colors }: Rendering): Line[] =>
    hops.flatMap(({ kind, label, detail, rules }): Line[] => [
        [kindNames[kind], detail === undefined ? label : `${label}: ${detail}`],
        ...rules.map((rule): Line => ["", colors.dim(withoutUrns(rule))]),
    ]);

/** Texts broken between words, below each other and behind their words. */
function aligned(lines: readonly Line[], { width }: Rendering): string[] {
    const longest = Math.max(...lines.map(([word]) => word.length));
    const column = longest === 0 ? 0 : longest + 2;
    return lines.map(([word, text]) => {
        const wrapped = wrap(withoutUrns(text), width, " ".repeat(column + 2));
        return `  ${word.padEnd(column)}${wrapped.trimStart()}`;
    });
}

function packetText(packet: Packet): string {
    const { protocol, source, sourcePort, destination, destinationPort, icmpType, icmpCode } = packet;
    const message = icmpType === undefined ? "" : ` type ${icmpType} code ${icmpCode ?? 0}`;
    const end = (address: string, port: number | undefined): string =>
        port === undefined ? address : address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
    return `${protocol}${message} ${end(source, sourcePort)} → ${end(destination, destinationPort)}`;
}

/** People know resources by their names. */
export const withoutUrns = (text: string): string =>
    text.replace(/urn:pulumi:[^\s,;()]+/g, (urn) => nameOf(urn) || urn);
