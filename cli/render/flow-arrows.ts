import type { ReportedFlow } from "../flows";
import { shortTraffic } from "./flow-matrix";
import type { NetworkLayout } from "./network-layout";
import { clearance, lane, member, subnetHeader, tierGap, type Box } from "./picture-grid";

/** A flow as a line through points, with its text at one of them. */
export interface Arrow {
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly label: string;
    readonly labelAt: readonly [x: number, y: number];
    readonly flow: ReportedFlow;
}

interface Places {
    readonly members: NetworkLayout["members"];
    readonly outside: NetworkLayout["outside"];
    readonly gateways: NetworkLayout["gateways"];
    /** Where vertical lines may run: between the columns first, then down their middles. */
    readonly channels: readonly number[];
    /** The VPC's right edge, beyond which flows go out in lanes of their own. */
    readonly right: number;
}

interface Run {
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
}

/** Every flow that has both its ends in the picture. */
export function arrowsOf(flows: readonly ReportedFlow[], places: Places): Arrow[] {
    const runs: Run[] = [];
    let lanes = 0;
    const boxOf = (urns: readonly string[]) =>
        places.members.find(({ member: bar }) => bar.members.some(({ urn }) => urns.includes(urn)));
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
    // Neighbours of one tier have the label between them, others in the gap between tiers, where it hides nothing.
    const near = Math.abs(end - start) <= member.gap;
    const middle = near ? (start + end) / 2 : (down ? end : start) - subnetHeader - tierGap / 2;
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

/** From the internet, or a range beside it, down to a bar. */
function inward(to: Box, flow: ReportedFlow, { outside, channels }: Places, runs: Run[]): Arrow {
    const source = outside.find(({ label }) => label === flow.from.label) ?? outside[0]!;
    const y = source.y + source.height;
    const x = channelFor(to, { top: y, bottom: to.y }, channels, runs);
    const start = Math.min(Math.max(x, source.x + 14), source.x + source.width - 14);
    const bend = start === x ? [] : [[start, y + 12] as const, [x, y + 12] as const];
    return { points: [[start, y], ...bend, [x, to.y]], label: labelOf(flow), labelAt: [x, y + 26], flow };
}

/** From a bar to the right, and in a lane of its own up to the internet or down to a gateway endpoint. */
function outward(from: Box, flow: ReportedFlow, places: Places, count: number): Arrow {
    const { outside, gateways, right } = places;
    const x = right + lane * (count - 0.5);
    const y = from.y + from.height / 2;
    const start = [[from.x + from.width, y] as const, [x, y] as const];
    const door =
        flow.to.kind === "service"
            ? gateways.find(({ gateway }) => gateway.name === flow.to.label)
            : undefined;
    if (door !== undefined) {
        const below = door.y + door.height + 14;
        const middle = door.x + door.width / 2;
        const points = [
            ...start,
            [x, below] as const,
            [middle, below] as const,
            [middle, door.y + door.height] as const,
        ];
        return { points, label: labelOf(flow), labelAt: [x, y + 22], flow };
    }
    const target = outside.find(({ label }) => label === flow.to.label) ?? outside[0]!;
    const up = target.y + (target.height * count) / (count + 1);
    const points = [...start, [x, up] as const, [target.x + target.width, up] as const];
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

const labelOf = ({ certain, undecided }: ReportedFlow): string =>
    [shortTraffic(certain), undecided === undefined ? "" : `${shortTraffic(undecided.traffic)}?`]
        .filter((text) => text !== "")
        .join(" ");
