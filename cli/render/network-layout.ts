import type { ReportedFlow } from "../flows";
import type {
    PicturedGateway,
    PicturedMember,
    PicturedSubnet,
    PicturedTier,
    PicturedVpc,
} from "../network-picture";
import { shortTraffic } from "./flow-matrix";

export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Where everything of a picture goes, in pixels. */
export interface NetworkLayout {
    readonly width: number;
    readonly height: number;
    readonly vpc: Box;
    readonly internet: Box;
    readonly zones: readonly (Box & { readonly zone: string })[];
    readonly tiers: readonly (Box & { readonly tier: PicturedTier })[];
    readonly subnets: readonly (Box & { readonly subnet: PicturedSubnet; readonly tier: PicturedTier })[];
    readonly members: readonly (Box & { readonly member: PicturedMember })[];
    readonly gateways: readonly (Box & { readonly gateway: PicturedGateway })[];
    readonly arrows: readonly Arrow[];
}

/** A flow as a line through points, with its text at one of them. */
export interface Arrow {
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly label: string;
    readonly labelAt: readonly [x: number, y: number];
    readonly flow: ReportedFlow;
}

const column = { width: 290, gap: 22 };
const margin = 24;
const tierLabel = 92;
const subnetHeader = 34;
const member = { height: 34, gap: 22, inset: 18 };
const tierGap = 34;
const lane = 46;

/** Lays a VPC out: zones side by side, tiers one below the other, the internet above, flows between. */
export function layOut(vpc: PicturedVpc, flows: readonly ReportedFlow[]): NetworkLayout {
    const leaving = flows.filter(({ to }) => to.members.length === 0).length;
    const left = margin + tierLabel;
    const columns = Math.max(1, vpc.zones.length);
    const inner = columns * column.width + (columns - 1) * column.gap;
    const width = left + inner + margin + Math.max(1, leaving) * lane + margin;
    const columnX = (index: number) => left + index * (column.width + column.gap);
    const top = 118;
    const tiers: (Box & { tier: PicturedTier })[] = [];
    let y = top + 40;
    for (const tier of vpc.tiers) {
        const rows = rowsOf(tier.members, vpc.zones);
        const count = Math.max(1, ...rows.map((row) => row + 1));
        const height = subnetHeader + count * member.height + (count - 1) * member.gap + 18;
        tiers.push({ x: margin + 8, y, width: left + inner - margin + 4, height, tier });
        y += height + tierGap;
    }
    const bottom = y - tierGap + 20;
    const members = tiers.flatMap((box) => memberBoxes(box, vpc.zones, columnX));
    const internet = { x: left + inner / 2 - 75, y: 14, width: 150, height: 38 };
    const edge = { x: margin, y: top, width: width - 2 * margin - leaving * lane, height: bottom - top };
    return {
        width,
        height: bottom + margin,
        vpc: edge,
        internet,
        zones: vpc.zones.map((zone, index) => ({
            x: columnX(index),
            y: top + 8,
            width: column.width,
            height: 24,
            zone,
        })),
        tiers,
        subnets: tiers.flatMap((box) =>
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
        gateways: vpc.gateways.map((gateway, index) => ({
            x: left + inner / 2 - (vpc.gateways.length * 160) / 2 + index * 160 + 5,
            y: top - 19,
            width: 150,
            height: 38,
            gateway,
        })),
        arrows: arrowsOf(flows, {
            members,
            internet,
            channels: channelsOf(columns, columnX),
            lanes: width - margin - leaving * lane,
        }),
    };
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
function rowsOf(members: readonly PicturedMember[], zones: readonly string[]): readonly number[] {
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
const spanned = (one: PicturedMember, zones: readonly string[]): readonly string[] => {
    const places = one.zones.map((zone) => zones.indexOf(zone));
    return zones.slice(Math.min(...places), Math.max(...places) + 1);
};

function memberBoxes(
    box: Box & { readonly tier: PicturedTier },
    zones: readonly string[],
    columnX: (index: number) => number,
): (Box & { member: PicturedMember })[] {
    const rows = rowsOf(box.tier.members, zones);
    return box.tier.members.map((one, index) => {
        const span = spanned(one, zones).map((zone) => zones.indexOf(zone));
        const x = columnX(span[0]!) + member.inset;
        const end = columnX(span.at(-1)!) + column.width - member.inset;
        const y = box.y + subnetHeader + rows[index]! * (member.height + member.gap);
        return { x, y, width: end - x, height: member.height, member: one };
    });
}

interface Places {
    readonly members: NetworkLayout["members"];
    readonly internet: Box;
    /** Where vertical lines may run: between the columns first, then down their middles. */
    readonly channels: readonly number[];
    /** Where the lanes at the right begin, in which flows go out. */
    readonly lanes: number;
}

interface Run {
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
}

/** Lines nearer than this would hide each other's labels. */
const clearance = 48;

function arrowsOf(flows: readonly ReportedFlow[], places: Places): Arrow[] {
    const runs: Run[] = [];
    let lanes = 0;
    const boxOf = (urns: readonly string[]) =>
        places.members.find(({ member: { urn } }) => urns.includes(urn));
    return flows.flatMap((flow): Arrow[] => {
        const [from, to] = [boxOf(flow.from.members), boxOf(flow.to.members)];
        if (from !== undefined && to !== undefined && from !== to) {
            return [between(from, to, flow, places.channels, runs)];
        }
        if (to !== undefined && flow.from.members.length === 0) {
            return [inward(to, flow, places, runs)];
        }
        if (from !== undefined && flow.to.members.length === 0) {
            lanes += 1;
            return [outward(from, flow, places, lanes)];
        }
        return [];
    });
}

/** From one bar to another: straight down or up a channel, with a bend where they do not overlap. */
function between(from: Box, to: Box, flow: ReportedFlow, channels: readonly number[], runs: Run[]): Arrow {
    const down = to.y >= from.y + from.height;
    const start = down ? from.y + from.height : from.y;
    const end = down ? to.y : to.y + to.height;
    const x = channelFor(from, { top: Math.min(start, end), bottom: Math.max(start, end) }, channels, runs);
    const landing = Math.min(Math.max(x, to.x + 14), to.x + to.width - 14);
    // The gap between tiers, where a label hides nothing.
    const middle = (down ? end : start) - subnetHeader - tierGap / 2;
    const points =
        x === landing
            ? [[x, start] as const, [x, end] as const]
            : [
                  [x, start] as const,
                  [x, middle] as const,
                  [landing, middle] as const,
                  [landing, end] as const,
              ];
    return { points, label: labelOf(flow), labelAt: [landing, middle], flow };
}

/** From the internet above down to a bar. */
function inward(to: Box, flow: ReportedFlow, { internet, channels }: Places, runs: Run[]): Arrow {
    const y = internet.y + internet.height;
    const x = channelFor(to, { top: y, bottom: to.y }, channels, runs);
    const start = Math.min(Math.max(x, internet.x + 14), internet.x + internet.width - 14);
    const bend = start === x ? [] : [[start, y + 16] as const, [x, y + 16] as const];
    return { points: [[start, y], ...bend, [x, to.y]], label: labelOf(flow), labelAt: [x, to.y - 14], flow };
}

/** From a bar to the right, and up a lane of its own to the internet. */
function outward(from: Box, flow: ReportedFlow, { internet, lanes }: Places, count: number): Arrow {
    const x = lanes + lane * (count - 0.5);
    const y = from.y + from.height / 2;
    const up = internet.y + (internet.height * count) / (count + 1);
    const points = [
        [from.x + from.width, y],
        [x, y],
        [x, up],
        [internet.x + internet.width, up],
    ] as const;
    return { points, label: labelOf(flow), labelAt: [x, y - 22], flow };
}

/** The first channel over the bar that no other line runs in at this height. */
function channelFor(box: Box, span: Omit<Run, "x">, channels: readonly number[], runs: Run[]): number {
    const over = channels.filter((x) => x > box.x + 10 && x < box.x + box.width - 10);
    const candidates = over.length === 0 ? [box.x + box.width / 2] : over;
    const free = candidates.find((x) =>
        runs.every(
            (run) => Math.abs(run.x - x) >= clearance || run.top >= span.bottom || run.bottom <= span.top,
        ),
    );
    const x = free ?? candidates[0]!;
    runs.push({ x, ...span });
    return x;
}

const labelOf = ({ certain, undecided, to }: ReportedFlow): string => {
    const traffic = [
        shortTraffic(certain),
        undecided === undefined ? "" : `${shortTraffic(undecided.traffic)}?`,
    ];
    const named = to.kind === "service" || to.kind === "range" ? [to.label] : [];
    return [...named, ...traffic].filter((text) => text !== "").join(" ");
};
