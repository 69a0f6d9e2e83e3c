import { readIntent, securityTiersType } from "../../../analysis/reachability/intent";
import { intentGaps } from "../../../analysis/reachability/intent-gaps";
import { formatTraffic } from "../../../analysis/reachability/traffic-set";
import { undecidable, type Faults } from "../../fault";
import { answerFaults } from "../../network/answer-evidence";
import { unplacedMembers } from "../../network/unplaced-members";
import { isSet } from "../../reading";
import { perStack, rule } from "../../rule";

export const intentEqualsEffect = rule(
    {
        id: "intent-equals-effect",
        title: "What can really be opened is what the flow table declares: no packet more, no packet fewer",
        severity: "critical",
        checklist: ["network-2", "network-3"],
        why: "Rules, entries and routes are many, and each is right by itself; only together do they open paths.",
        fix: "Declare the flow, or remove the rule, entry or route that lets it through.",
        docs: "https://docs.aws.amazon.com/vpc/latest/reachability/what-is-reachability-analyzer.html",
        waivable: false,
    },
    perStack((stack) =>
        stack.ofType(securityTiersType).flatMap((component): Faults => {
            const intent = readIntent(component, stack.records);
            const unseen = isSet(component, "flows") ? [] : [unseenTable(component.urn)];
            return [
                ...[...unseen, ...intent.undecided, ...unplacedMembers(stack.model, intent)].map((open) =>
                    undecidable(open, "whether all that works is declared cannot be told"),
                ),
                ...intentGaps(stack.model, intent)
                    // An administration port that an ACL keeps closed among client ports is no gap.
                    .filter(({ kind }) => kind !== "partial")
                    .flatMap(({ kind, from, to, traffic, flow, answer }) => {
                        const place = { urn: component.urn, property: flow?.path ?? "flows" };
                        const path = `${from} → ${to} on ${formatTraffic(traffic)}`;
                        const gap =
                            kind === "undeclared" ? "is open and not declared" : "is declared and fails";
                        return answerFaults(place, `${path} ${gap}`, answer);
                    }),
            ];
        }),
    ),
);

const unseenTable = (urn: string) => ({
    urn,
    property: "flows",
    reason: "the component's inputs are not known here",
    remedy: "Run the policy pack in a preview or an update, where resource policies see them.",
});
