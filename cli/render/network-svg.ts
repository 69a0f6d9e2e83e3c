import type { PicturedVpc, TierAccess } from "../network-picture";
import type { ReportedFlow } from "../flows";
import type { Arrow } from "./flow-arrows";
import { layOut, type Bar, type NetworkLayout } from "./network-layout";
import type { Box } from "./picture-grid";
import { element, escapeMarkup } from "./markup";
import { clip } from "./wrap";

const accessTexts: { readonly [access in TierAccess]: string } = {
    public: "both ways",
    private: "out only",
    isolated: "no way out",
};

const kindTexts: { readonly [kind: string]: string } = {
    instance: "instance",
    autoScalingGroup: "Auto Scaling",
    networkInterface: "interface",
    applicationLoadBalancer: "load balancer",
    networkLoadBalancer: "network balancer",
    classicLoadBalancer: "classic balancer",
    gatewayLoadBalancer: "gateway balancer",
    database: "database",
    cache: "cache",
    interfaceEndpoint: "endpoint",
    instanceConnectEndpoint: "connect endpoint",
    natGateway: "NAT gateway",
    transitGatewayAttachment: "transit gateway",
    lambda: "function",
    other: "interface",
    internetGateway: "internet gateway",
    egressOnlyInternetGateway: "IPv6 way out",
    peering: "peering",
    transitGateway: "transit gateway",
    gatewayEndpoint: "gateway endpoint",
};

/** A VPC as one inline SVG: what stands where, and every proven flow as an arrow. Styled by the page. */
export function networkSvg(vpc: PicturedVpc, flows: readonly ReportedFlow[]): string {
    const here = flows.filter((flow) => concerns(vpc, flow));
    const layout = layOut(vpc, here);
    const title = `Network ${vpc.name}: ${here.length} flows across ${vpc.tiers.length} tiers in ${vpc.zones.length} zones`;
    return element(
        "svg",
        {
            xmlns: "http://www.w3.org/2000/svg",
            viewBox: `0 0 ${layout.width} ${layout.height}`,
            class: "network",
            role: "img",
            "aria-label": title,
        },
        [
            element("title", {}, escapeMarkup(title)),
            arrowHeads,
            ...ground(vpc, layout),
            ...layout.arrows.map(arrowLine),
            ...standing(layout),
            ...layout.arrows.map(arrowLabel),
        ],
    );
}

function concerns(vpc: PicturedVpc, { from, to }: ReportedFlow): boolean {
    const urns = new Set(vpc.tiers.flatMap(({ members }) => members.map(({ urn }) => urn)));
    return [...from.members, ...to.members].some((urn) => urns.has(urn));
}

const marker = (kind: string) =>
    element(
        "marker",
        {
            id: `arrow-${kind}`,
            viewBox: "0 0 8 8",
            refX: 7,
            refY: 4,
            markerWidth: 7,
            markerHeight: 7,
            orient: "auto",
            class: kind,
        },
        element("path", { d: "M0 0 L8 4 L0 8 z" }),
    );

const arrowHeads = element("defs", {}, ["certain", "open"].map(marker));

const rectangle = ({ x, y, width, height }: Box, className: string, rx: number) =>
    element("rect", { x, y, width, height, rx, class: className });

const label = (x: number, y: number, text: string, className: string, anchor = "start") =>
    element("text", { x, y, class: className, "text-anchor": anchor }, escapeMarkup(text));

/** The VPC, its zones, tiers and subnets. */
function ground(vpc: PicturedVpc, layout: NetworkLayout): string[] {
    return [
        rectangle(layout.vpc, "vpc", 14),
        label(layout.vpc.x + 16, layout.vpc.y + 24, vpc.name, "vpc-name"),
        label(layout.vpc.x + 16, layout.vpc.y + 41, vpc.cidrs.join(", "), "cidr"),
        ...layout.zones.map(({ x, y, width, zone }) => label(x + width / 2, y + 22, zone, "zone", "middle")),
        ...layout.tiers.flatMap(({ x, y, height, tier }) => [
            label(x + 8, y + height / 2 - 2, clip(tier.name, 12), "tier-name"),
            label(x + 8, y + height / 2 + 14, accessTexts[tier.access], "tier-access"),
        ]),
        ...layout.subnets.flatMap((box) => [
            rectangle(box, `subnet ${box.tier.access}`, 10),
            label(box.x + 12, box.y + 21, box.subnet.name, "subnet-name"),
            label(box.x + box.width - 12, box.y + 21, box.subnet.cidrs.join(", "), "cidr", "end"),
        ]),
    ];
}

/** The internet, the gateways and what stands in the subnets: above the arrows' lines. */
function standing(layout: NetworkLayout): string[] {
    return [
        ...layout.outside.flatMap((box) => [
            rectangle(box, "internet", 19),
            label(box.x + box.width / 2, box.y + 24, box.label, "member-name", "middle"),
        ]),
        ...layout.gateways.flatMap((box) => chip(box, box.gateway.name, box.gateway.kind, "gateway")),
        ...layout.members.flatMap((box) => memberChip(box, box.member)),
    ];
}

/** Several members in one bar are told by their number, and by their names to whoever points at it. */
function memberChip(box: Box, { name, kind, members }: Bar): string[] {
    const [first, ...others] = members;
    return others.length === 0
        ? chip(box, name, kind, `member ${kind}`)
        : chip(
              box,
              `${members.length} ×`,
              kind,
              `member ${kind}`,
              [first!, ...others].map((one) => one.name).join(", "),
          );
}

function chip(box: Box, name: string, kind: string, className: string, names = name): string[] {
    const kindText = kindTexts[kind] ?? kind;
    const room = Math.floor(box.width / 7.4) - kindText.length - 2;
    const wide = room >= Math.min(name.length, 8);
    const middle = box.x + box.width / 2;
    return [
        element("g", { class: className }, [
            element("title", {}, escapeMarkup(`${names} (${kindText})`)),
            rectangle(box, "chip", 8),
            wide
                ? element("text", { x: middle, y: box.y + box.height / 2 + 4, "text-anchor": "middle" }, [
                      element("tspan", { class: "member-name" }, escapeMarkup(clip(name, room))),
                      element("tspan", { class: "kind", dx: 8 }, escapeMarkup(kindText)),
                  ])
                : element("text", { x: middle, "text-anchor": "middle" }, [
                      element(
                          "tspan",
                          { class: "member-name", x: middle, y: box.y + 16 },
                          escapeMarkup(clip(name, 20)),
                      ),
                      element("tspan", { class: "kind", x: middle, y: box.y + 29 }, escapeMarkup(kindText)),
                  ]),
        ]),
    ];
}

const strengthOf = ({ flow }: Arrow): string => (flow.certain === "" ? "open" : "certain");

function arrowLine(arrow: Arrow): string {
    const { from, to } = arrow.flow;
    return element(
        "path",
        {
            d: rounded(arrow.points),
            class: `flow ${strengthOf(arrow)}`,
            "marker-end": `url(#arrow-${strengthOf(arrow)})`,
        },
        [element("title", {}, escapeMarkup(`${from.label} → ${to.label}: ${arrow.label}`))],
    );
}

function arrowLabel({ label: text, labelAt: [x, y], flow }: Arrow): string {
    const width = text.length * 7 + 14;
    return element("g", { class: `flow-label ${flow.certain === "" ? "open" : "certain"}` }, [
        rectangle({ x: x - width / 2, y: y - 9, width, height: 18 }, "plate", 9),
        label(x, y + 4, text, "ports", "middle"),
    ]);
}

/** A line through the points with its corners rounded. */
function rounded(points: Arrow["points"]): string {
    const radius = 8;
    return points
        .map(([x, y], index) => {
            const before = points[index - 1];
            const after = points[index + 1];
            if (before === undefined || after === undefined) {
                return `${before === undefined ? "M" : "L"}${x} ${y}`;
            }
            const near = ([otherX, otherY]: readonly [number, number]) => {
                const length = Math.hypot(otherX - x, otherY - y) || 1;
                const part = Math.min(radius, length / 2) / length;
                return `${x + (otherX - x) * part} ${y + (otherY - y) * part}`;
            };
            return `L${near(before)} Q${x} ${y} ${near(after)}`;
        })
        .join(" ");
}
