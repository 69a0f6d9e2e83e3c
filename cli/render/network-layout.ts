import type { ReportedFlow } from "../flows";
import type {
    PicturedGateway,
    PicturedMember,
    PicturedSubnet,
    PicturedTier,
    PicturedVpc,
} from "../network-picture";
import { arrowsOf, type Arrow } from "./flow-arrows";
import {
    clearance,
    column,
    lane,
    margin,
    member,
    subnetHeader,
    tierGap,
    tierLabel,
    top,
    type Box,
} from "./picture-grid";

/** Where everything of a picture goes, in pixels. */
export interface NetworkLayout {
    readonly width: number;
    readonly height: number;
    readonly vpc: Box;
    /** The internet and the named ranges, above the VPC. */
    readonly outside: readonly (Box & { readonly label: string })[];
    readonly zones: readonly (Box & { readonly zone: string })[];
    readonly tiers: readonly (Box & { readonly tier: PicturedTier })[];
    readonly subnets: readonly (Box & { readonly subnet: PicturedSubnet; readonly tier: PicturedTier })[];
    readonly members: readonly (Box & { readonly member: Bar })[];
    readonly gateways: readonly (Box & { readonly gateway: PicturedGateway })[];
    readonly arrows: readonly Arrow[];
}

/** One member of a tier, or several of one kind that stand in the same zones. */
export interface Bar extends Pick<PicturedMember, "name" | "kind" | "zones"> {
    readonly members: readonly PicturedMember[];
}

/** Lays a VPC out: zones side by side, tiers one below the other, the internet above, flows between. */
export function layOut(vpc: PicturedVpc, flows: readonly ReportedFlow[]): NetworkLayout {
    const left = margin + tierLabel;
    const columns = Math.max(1, vpc.zones.length);
    const inner = columns * column.width + (columns - 1) * column.gap;
    const lanes = Math.max(1, flows.filter(({ to }) => to.members.length === 0).length) * lane;
    const columnX = (index: number) => left + index * (column.width + column.gap);
    const placed = tiersFrom(top + 40, vpc, { x: margin + 8, width: tierLabel - 8 + inner + 12 });
    const members = placed.flatMap((box) => memberBoxes(box, vpc.zones, columnX));
    const edge = { x: margin, y: top, width: tierLabel + inner + margin, height: endOf(placed) + 32 - top };
    const outside = outsideBoxes(flows, left + inner / 2);
    const gateways = gatewayBoxes(vpc.gateways, edge, left + inner / 2);
    const right = edge.x + edge.width;
    return {
        width: right + lanes + margin,
        height: edge.y + edge.height + 64,
        vpc: edge,
        outside,
        zones: vpc.zones.map((zone, index) => ({
            x: columnX(index),
            y: top + 8,
            width: column.width,
            height: 24,
            zone,
        })),
        tiers: placed,
        subnets: placed.flatMap((box) =>
            box.tier.subnets.map((subnet) => ({
                x: columnX(vpc.zones.indexOf(subnet.zone)),
                y: box.y,
                width: column.width,
                height: box.height,
                subnet,
                tier: box.tier,
            })),
        ),
        members,
        gateways,
        arrows: arrowsOf(flows, {
            members,
            outside,
            gateways,
            channels: channelsOf(columns, columnX),
            right,
        }),
    };
}

type TierBox = NetworkLayout["tiers"][number];

function tiersFrom(y: number, { tiers, zones }: PicturedVpc, side: Pick<Box, "x" | "width">): TierBox[] {
    const placed: TierBox[] = [];
    for (const tier of tiers) {
        const count = Math.max(1, ...rowsOf(barsOf(tier.members), zones).map((row) => row + 1));
        const height = subnetHeader + count * member.height + (count - 1) * member.gap + 18;
        placed.push({ ...side, y: placed.length === 0 ? y : endOf(placed) + tierGap, height, tier });
    }
    return placed;
}

const endOf = (boxes: readonly Box[]): number =>
    Math.max(top + 60, ...boxes.map(({ y, height }) => y + height));

/** More members of one kind than this are drawn as one bar. */
const aloneUpTo = 2;

function barsOf(members: readonly PicturedMember[]): readonly Bar[] {
    const alike = (one: PicturedMember) =>
        members.filter(({ kind, zones }) => kind === one.kind && String(zones) === String(one.zones));
    return members.flatMap((one): Bar[] => {
        const group = alike(one);
        if (group.length <= aloneUpTo) {
            return [{ ...one, members: [one] }];
        }
        return group[0] === one ? [{ ...one, name: `${group.length} of`, members: group }] : [];
    });
}

/** The internet in the middle, named ranges to its sides. */
function outsideBoxes(flows: readonly ReportedFlow[], middle: number): NetworkLayout["outside"] {
    const ends = flows.flatMap(({ from, to }) => [from, to]).filter(({ members }) => members.length === 0);
    const ranges = ends.filter(({ kind }) => kind === "range").map(({ label }) => label);
    const labels = ["internet", ...new Set(ranges)];
    return labels.map((label, index) => {
        const step = Math.ceil(index / 2) * 170 * (index % 2 === 0 ? -1 : 1);
        return { x: middle - 75 + step, y: 14, width: 150, height: 38, label };
    });
}

/** Internet gateways on the VPC's upper edge, all others on its lower one. */
function gatewayBoxes(
    gateways: readonly PicturedGateway[],
    edge: Box,
    middle: number,
): NetworkLayout["gateways"] {
    const isUpper = ({ kind }: PicturedGateway) => /internetGateway/i.test(kind);
    const row = (side: readonly PicturedGateway[], y: number) =>
        side.map((gateway, index) => ({
            x: middle + (index - side.length / 2) * 170 + 10,
            y: y - 19,
            width: 150,
            height: 38,
            gateway,
        }));
    const lower = gateways.filter((gateway) => !isUpper(gateway));
    return [...row(gateways.filter(isUpper), edge.y), ...row(lower, edge.y + edge.height)];
}

function channelsOf(columns: number, columnX: (index: number) => number): readonly number[] {
    const indices = Array.from({ length: columns }, (_, index) => index);
    const gutters = indices.slice(1).map((index) => columnX(index) - column.gap / 2);
    const aside = [0, clearance, -clearance, 2 * clearance, -2 * clearance];
    const middles = aside.flatMap((offset) =>
        indices.map((index) => columnX(index) + column.width / 2 + 10 + offset),
    );
    return [...gutters, ...middles];
}

/** The row each member takes in its tier: members that share a zone go below one another. */
function rowsOf(members: readonly Bar[], zones: readonly string[]): readonly number[] {
    const taken: Set<string>[] = [];
    return members.map((one) => {
        const span = spanned(one, zones);
        const free = taken.findIndex((row) => span.every((zone) => !row.has(zone)));
        const row = free === -1 ? taken.length : free;
        taken[row] = new Set([...(taken[row] ?? []), ...span]);
        return row;
    });
}

/** A bar covers all zones from its first to its last. */
const spanned = (one: Bar, zones: readonly string[]): readonly string[] => {
    const places = one.zones.map((zone) => zones.indexOf(zone));
    return zones.slice(Math.min(...places), Math.max(...places) + 1);
};

function memberBoxes(
    { tier, y }: TierBox,
    zones: readonly string[],
    columnX: (index: number) => number,
): (Box & { member: Bar })[] {
    const bars = barsOf(tier.members);
    const rows = rowsOf(bars, zones);
    return bars.map((bar, index) => {
        const span = spanned(bar, zones).map((zone) => zones.indexOf(zone));
        const x = columnX(span[0]!) + member.inset;
        const end = columnX(span.at(-1)!) + column.width - member.inset;
        const row = y + subnetHeader + rows[index]! * (member.height + member.gap);
        return { x, y: row, width: end - x, height: member.height, member: bar };
    });
}
