import type { EndpointClass, MatrixCell, ReachabilityMatrix } from "../analysis/reachability/matrix";
import {
    everyTraffic,
    formatTraffic,
    hasNoTraffic,
    intersectTraffic,
    noTraffic,
    subtractTraffic,
    unionTraffic,
    type TrafficSet,
} from "../analysis/reachability/traffic-set";
import { nameOf, typeOf } from "./offline/urn";

/** What one group of interfaces, or the internet, can open to another, proved from the resources. */
export interface ReportedFlow {
    readonly from: FlowEnd;
    readonly to: FlowEnd;
    /** Which of the destination's addresses the sessions go to. */
    readonly address: "private" | "public" | "ipv6";
    /** Sessions that work from and to every zone, in words: `tcp 443`. Empty if there are none. */
    readonly certain: string;
    /** Sessions that work between some of the zones only. */
    readonly inSomeZones?: string;
    /** Sessions that may work besides, and what leaves them open. */
    readonly undecided?: { readonly traffic: string; readonly reasons: readonly string[] };
    /** It works for some of the ports that a NAT gateway or load balancer may choose, not for all. */
    readonly partial?: true;
}

export interface FlowEnd {
    readonly kind: EndpointClass["kind"];
    readonly label: string;
    /** The resources whose interfaces these are; none for what is outside. */
    readonly members: readonly string[];
}

/** One resource's interfaces in all its zones: what people mean by "the application". */
interface EndGroup {
    readonly end: FlowEnd;
    readonly classes: readonly EndpointClass[];
}

/** The matrix with a resource's zones taken together. */
export function flowsOf(matrix: ReachabilityMatrix): ReportedFlow[] {
    const groups = groupsOf(matrix.classes);
    const groupOf = new Map(groups.flatMap((group) => group.classes.map((one) => [one.id, group] as const)));
    const cells = new Map<string, MatrixCell[]>();
    for (const cell of matrix.cells) {
        const [from, to] = [groupOf.get(cell.from.id)!, groupOf.get(cell.to.id)!];
        if (from.end.kind === "interfaces" || to.end.kind === "interfaces") {
            const key = JSON.stringify([groups.indexOf(from), groups.indexOf(to), cell.face]);
            cells.set(key, [...(cells.get(key) ?? []), cell]);
        }
    }
    return [...cells.values()].map((joined) =>
        flowOf(groupOf.get(joined[0]!.from.id)!, groupOf.get(joined[0]!.to.id)!, joined),
    );
}

function flowOf(from: EndGroup, to: EndGroup, cells: readonly MatrixCell[]): ReportedFlow {
    const everywhere = cells.length === from.classes.length * to.classes.length;
    const certain = everywhere ? fold(cells, "certain", intersectTraffic, everyTraffic) : noTraffic;
    const somewhere = fold(cells, "certain", unionTraffic, noTraffic);
    const open = subtractTraffic(fold(cells, "possible", unionTraffic, noTraffic), somewhere);
    const inSomeZones = subtractTraffic(somewhere, certain);
    const reasons = cells.flatMap(({ undecided }) =>
        undecided.map(({ urn, property, reason }) => `${nameOf(urn)} ${property}: ${reason}`),
    );
    return {
        from: from.end,
        to: to.end,
        address: cells[0]!.face,
        certain: wordsFor(certain) ?? "",
        ...present("inSomeZones", wordsFor(inSomeZones)),
        ...(hasNoTraffic(open)
            ? {}
            : { undecided: { traffic: formatTraffic(open), reasons: [...new Set(reasons)] } }),
        ...(cells.some(({ partial }) => partial) ? { partial: true } : {}),
    };
}

const fold = (
    cells: readonly MatrixCell[],
    which: "certain" | "possible",
    join: (one: TrafficSet, other: TrafficSet) => TrafficSet,
    start: TrafficSet,
): TrafficSet => cells.map((cell) => cell[which]).reduce(join, start);

const wordsFor = (traffic: TrafficSet): string | undefined =>
    hasNoTraffic(traffic) ? undefined : formatTraffic(traffic);

const present = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });

function groupsOf(classes: readonly EndpointClass[]): readonly EndGroup[] {
    const byMembers = new Map<string, EndpointClass[]>();
    for (const one of classes) {
        const key = one.kind === "interfaces" ? [...one.interfaces].sort().join(" ") : one.id;
        byMembers.set(key, [...(byMembers.get(key) ?? []), one]);
    }
    const groups = [...byMembers.values()].map((joined) => ({
        end: { kind: joined[0]!.kind, label: labelOf(joined[0]!), members: joined[0]!.interfaces },
        classes: joined,
    }));
    const labels = groups.map(({ end }) => end.label);
    return groups.map(({ end, classes: own }) => {
        const shared = labels.filter((label) => label === end.label).length > 1;
        return { end: shared ? { ...end, label: labelWithType(end) } : end, classes: own };
    });
}

/** Several resources that are one to every rule go by what their names begin with: `prod-endpoints (7)`. */
function labelOf({ label, interfaces }: EndpointClass): string {
    const [first = "", ...others] = interfaces.map((key) => nameOf(key).split("-"));
    if (others.length === 0) {
        return label;
    }
    const differs = [...first].findIndex((part, index) => others.some((other) => other[index] !== part));
    const common = [...first].slice(0, differs === -1 ? undefined : differs).join("-");
    return common === "" ? label : `${common} (${interfaces.length})`;
}

/** Two resources may share a name; their types differ then. */
const labelWithType = ({ label, members }: FlowEnd): string =>
    members.length === 0 ? label : `${label} (${typeOf(members[0]!).split(":").at(-1)})`;
