import type { FlowEnd } from "../flows";
import type { PicturedVpc } from "../network-picture";
import type { PreviewReport } from "../report";
import { shortTraffic } from "./flow-matrix";
import type { Renderer } from "./rendering";

/** The network and its flows as a Mermaid flowchart, which GitHub draws in Markdown. */
export const renderMermaid: Renderer = (report) => `${mermaid(report)}\n`;

export function mermaid({ network, flows }: Pick<PreviewReport, "network" | "flows">): string {
    const ids = new Ids();
    const outside = [
        ...new Set(
            flows
                .flatMap(({ from, to }) => [from, to])
                .filter(isOutside)
                .map(({ label }) => label),
        ),
    ];
    const lines = [
        "flowchart TB",
        ...outside.map((label) => `  ${ids.of(label)}((${quoted(label)}))`),
        ...network.flatMap((vpc) => vpcLines(vpc, ids)),
        ...flows.map(({ from, to, certain, undecided }) => {
            const open = undecided === undefined ? "" : ` ${shortTraffic(undecided.traffic)}?`;
            const arrow = certain === "" ? "-.->" : "-->";
            return `  ${endId(from, ids)} ${arrow}|${quoted(`${shortTraffic(certain)}${open}`.trim())}| ${endId(to, ids)}`;
        }),
    ];
    return lines.join("\n");
}

function vpcLines(vpc: PicturedVpc, ids: Ids): string[] {
    const tiers = vpc.tiers.flatMap((tier) => {
        const cidrs = tier.subnets.flatMap((subnet) => subnet.cidrs).join(", ");
        const members = tier.members.map(({ urn, name }) => `      ${ids.of(urn)}[${quoted(name)}]`);
        const title = quoted(`${tier.name} (${tier.access}) ${cidrs}`);
        const empty = `      ${ids.of(`${vpc.urn} ${tier.name} empty`)}[${quoted("no interfaces")}]`;
        return [
            `    subgraph ${ids.of(`${vpc.urn} ${tier.name}`)}[${title}]`,
            ...(members.length === 0 ? [empty] : members),
            "    end",
        ];
    });
    return [
        `  subgraph ${ids.of(vpc.urn)}[${quoted(`${vpc.name} ${vpc.cidrs.join(", ")}`)}]`,
        ...tiers,
        "  end",
    ];
}

const isOutside = ({ members }: FlowEnd): boolean => members.length === 0;

const endId = (end: FlowEnd, ids: Ids): string => ids.of(end.members[0] ?? end.label);

/** Mermaid reads `"` and `#` inside a text as its own. */
const quoted = (text: string): string => `"${text.replaceAll("#", "#35;").replaceAll('"', "#quot;")}"`;

/** Short identifiers, the same for the same thing. */
class Ids {
    readonly #ids = new Map<string, string>();

    of(thing: string): string {
        const known = this.#ids.get(thing) ?? `n${this.#ids.size + 1}`;
        this.#ids.set(thing, known);
        return known;
    }
}
