import { checkInvariants } from "../../../analysis/reachability/invariants";
import { formatTraffic } from "../../../analysis/reachability/traffic-set";
import { answerFaults } from "../../network/answer-evidence";
import { invariantList, readInvariant } from "../../network/invariant-text";
import { perStack, rule } from "../../rule";

export const pathInvariants = rule(
    {
        id: "path-invariants",
        title: "What must never be reached is not, and what must be reached is",
        severity: "critical",
        checklist: ["network-2"],
        why: "Some paths are wrong whatever the flow table says, and some outages are known beforehand.",
        fix: "Remove what opens the path, or open what the evidence names.",
        docs: "https://docs.aws.amazon.com/vpc/latest/network-access-analyzer/what-is-network-access-analyzer.html",
        waivable: false,
        config: {
            neverReachable: invariantList("neverReachable", "Paths that must not work"),
            mustReach: invariantList("mustReach", "Paths that must work"),
        },
    },
    perStack(({ model }, { neverReachable, mustReach }) => {
        const invariants = [
            ...neverReachable.map((text) => readInvariant("neverReachable", text)),
            ...mustReach.map((text) => readInvariant("mustReach", text)),
        ].filter((invariant) => invariant !== undefined);
        return checkInvariants(model, invariants).flatMap(({ invariant, from, to, traffic, answer }) => {
            const place = [to, from].find((end) => end.startsWith("urn:"));
            const names = [from, to].map((end) => end.split("::").pop() ?? end);
            const wrong =
                invariant.kind === "neverReachable" ? "must never work, and does" : "must work, and fails";
            return answerFaults(
                place === undefined ? undefined : { urn: place },
                `${names.join(" → ")} on ${formatTraffic(traffic)} ${wrong}`,
                answer,
            );
        });
    }),
);
