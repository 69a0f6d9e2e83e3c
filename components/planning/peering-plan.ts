import { cidrsOverlap, isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import type { Problem } from "./problem";

/** Two sides that are to be routed to each other. */
export interface PeeringSides {
    readonly cidrs: readonly string[];
    readonly peerCidrs: readonly string[];
}

/** Overlapping blocks cannot be peered: AWS refuses, and no packet would find its way. */
export function peeringProblems(sides: PeeringSides): Problem[] {
    const problems: Problem[] = [];
    const own = readAll("cidrs", sides.cidrs, problems);
    const peers = readAll("peerCidrs", sides.peerCidrs, problems);
    for (const [path, list] of [["cidrs", own] as const, ["peerCidrs", peers] as const]) {
        if (list.length === 0 && problems.length === 0) {
            problems.push({
                path,
                given: "none",
                allowed: "one block or more",
                change: "list the VPC's blocks",
            });
        }
    }
    for (const left of own) {
        for (const right of peers) {
            if (cidrsOverlap(left.cidr, right.cidr)) {
                problems.push({
                    path: "peerCidrs",
                    given: `${right.text}, which overlaps ${left.text}`,
                    allowed: "blocks that do not overlap this side's",
                    change: "readdress one side, or offer the service by an endpoint service instead",
                });
            }
        }
    }
    return problems;
}

function readAll(
    path: string,
    texts: readonly string[],
    problems: Problem[],
): { text: string; cidr: Cidr }[] {
    return texts.flatMap((text, position) => {
        const cidr = readCidr(text);
        if (!isCidrProblem(cidr)) {
            return [{ text, cidr }];
        }
        problems.push({
            path: `${path}[${position}]`,
            given: `"${text}", which ${cidr.problem}`,
            allowed: "a CIDR block",
            change: cidr.suggestion === undefined ? "correct it" : `did you mean ${cidr.suggestion}?`,
        });
        return [];
    });
}
