import type { NetworkModel } from "../model/network-model";
import { blockersOf } from "./blockers";
import { allClasses, pairsOf } from "./build-matrix";
import type { Lint } from "./lints";
import { oneSession } from "./query-traffic";
import { Prover } from "./reach";
import { overAllAddresses } from "./quantify";
import { formatTraffic, hasNoTraffic, subtractTraffic } from "./traffic-set";

/** Requests that arrive while a network ACL or a missing route drops every reply to them. */
export function blockedReplies(model: NetworkModel): Lint[] {
    const prover = Prover.of(model);
    const found = new Map<string, Lint>();
    for (const { source, destination, from, to } of pairsOf(prover, allClasses(prover, []))) {
        const patches = prover.judge.patches(from, to);
        const request = overAllAddresses(patches, "request").certain;
        const lost = subtractTraffic(request, overAllAddresses(patches, "session").possible);
        if (hasNoTraffic(lost)) {
            continue;
        }
        const asked = oneSession(lost);
        const contexts = patches.flatMap((patch) =>
            patch.itineraries.map((judged) => ({
                index: prover.index,
                patch,
                judged,
                asked,
                traffic: asked.traffic,
            })),
        );
        const [blocker] = contexts
            .flatMap((context) => blockersOf(context, "session"))
            .filter((one) => one.stops === "reply");
        if (blocker === undefined) {
            continue;
        }
        const id = `${blocker.urn} ${blocker.message}`;
        if (!found.has(id)) {
            const [sender] = source.classes;
            const [receiver] = destination.classes;
            found.set(id, {
                kind: "blockedReply",
                urn: blocker.urn,
                message:
                    `${formatTraffic(lost)} gets from ${sender!.label} to ${receiver!.label}, ` +
                    `but no reply gets back: ${blocker.message}`,
                because: blocker.rule === undefined ? [] : [blocker.rule],
            });
        }
    }
    return [...found.values()];
}
