import type { Flow, FlowPeer, FlowTraffic, GroupPeer, RangePeer } from "./flow";
import type { FlowArgs } from "./flow-args";
import { didYouMean } from "./did-you-mean";
import { internetKey, isServiceKey, serviceKeys } from "./peer-key";
import { Port, type NamedPorts } from "./port";
import type { Problem } from "./problem";
import { descriptionCharacters, flowTitle, foreignCharacters, longestDescription } from "./rule-description";

/** A flow and the line of the table that it was read from. */
export interface FlowLine {
    readonly path: string;
    readonly flow: Flow;
}

/** The peers that a table's lines may name, beside the internet and the gateway services. */
export interface NamedPeers {
    readonly groups: ReadonlyMap<string, GroupPeer>;
    readonly ranges: ReadonlyMap<string, RangePeer>;
}

/** Reads the lines of a flow table one by one; a line with a problem of its own is left out. */
export function readFlows(
    lines: readonly FlowArgs[],
    peers: NamedPeers,
    ports: NamedPorts,
    problems: Problem[],
): FlowLine[] {
    return lines.flatMap((line, position): FlowLine[] => {
        const path = `flows[${position}]`;
        const from = readPeer(`${path}.from`, line.from, peers, problems);
        const to = readPeer(`${path}.to`, line.to, peers, problems);
        const traffic = readTraffic(`${path}.port`, line.port, ports, problems);
        const because = line.because.trim();
        if (from === undefined || to === undefined || traffic === undefined) {
            checkReason(`${path}.because`, because, "", problems);
            return [];
        }
        checkReason(`${path}.because`, because, `${flowTitle({ from, to, traffic })}: `, problems);
        return [{ path, flow: { from, to, traffic, because } }];
    });
}

function readPeer(
    path: string,
    key: string,
    { groups, ranges }: NamedPeers,
    problems: Problem[],
): FlowPeer | undefined {
    if (key === internetKey) {
        return { kind: "internet", key };
    }
    if (isServiceKey(key)) {
        return { kind: "service", key };
    }
    const peer = groups.get(key) ?? ranges.get(key);
    if (peer === undefined) {
        const known = [...groups.keys(), ...ranges.keys(), internetKey, ...serviceKeys];
        problems.push({
            path,
            given: `"${key}"${didYouMean(key, known)}`,
            allowed: `a group, a range, internet or a gateway service: ${known.join(", ")}`,
            change: "name one of them, or add the group or range",
        });
    }
    return peer;
}

function readTraffic(
    path: string,
    text: string,
    ports: NamedPorts,
    problems: Problem[],
): FlowTraffic | undefined {
    try {
        return Port.parse(text, ports).traffic;
    } catch (error) {
        if (!(error instanceof TypeError)) {
            throw error;
        }
        problems.push({
            path,
            given: error.message,
            allowed:
                "tcp/443, tcp/8000-8080, udp/53, icmp/echo, a well-known name, or a name of the ports map",
            change: "write one of these",
        });
        return undefined;
    }
}

function checkReason(path: string, because: string, title: string, problems: Problem[]): void {
    const foreign = foreignCharacters(because);
    const longest = longestDescription - title.length;
    if (because === "") {
        problems.push({
            path,
            given: "no reason",
            allowed: "why the path is open, for whoever reads the rule in AWS",
            change: "write a reason",
        });
    } else if (foreign.length > 0) {
        problems.push({
            path,
            given: `"${because}", with ${foreign.map((character) => JSON.stringify(character)).join(" ")}`,
            allowed: `what AWS takes in a rule's description: ${descriptionCharacters}`,
            change: "write it without these characters",
        });
    } else if (because.length > longest) {
        problems.push({
            path,
            given: `${because.length} characters`,
            allowed: `at most ${longest}, which with the flow's own words makes AWS's ${longestDescription}`,
            change: "write it shorter",
        });
    }
}
