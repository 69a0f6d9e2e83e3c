import type { Answer } from "../../analysis/reachability/answer";
import { failureOf } from "../../analysis/reachability/declared-flows";
import type { Intent, IntentFlow } from "../../analysis/reachability/intent";
import { Prover } from "../../analysis/reachability/reach";
import { zoneFailures } from "../../analysis/reachability/zone-failures";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";
import { nameOf } from "../offline/urn";
import type { Rendering } from "../render/rendering";
import { wrap } from "../render/wrap";
import { withoutUrns } from "./answer-text";

/** What of a flow table survives the loss of each zone and of each NAT gateway. */
export interface ZoneReport {
    /** The component that carries the table. */
    readonly component: string;
    readonly flows: number;
    /** Flows that do not work even with everything in place. */
    readonly broken: readonly FlowFailure[];
    readonly losses: readonly {
        readonly kind: "zone" | "natGateway";
        readonly name: string;
        readonly failures: readonly FlowFailure[];
    }[];
}

export interface FlowFailure {
    readonly flow: string;
    readonly from: string;
    readonly to: string;
    readonly port: string;
    readonly reason: string;
    readonly codes: Answer["codes"];
    readonly changes: readonly string[];
}

/** Throws an InputError where no component declares any flows. */
export function zoneReports({ label, model, intents }: NetworkSource): ZoneReport[] {
    if (intents.length === 0) {
        throw new InputError([
            `${label}: no palisade:index:SecurityTiers declares flows here, so there is nothing that could survive`,
        ]);
    }
    const prover = Prover.of(model);
    const zones = [...model.subnets.values()].flatMap(({ zone }) => (zone === undefined ? [] : [zone]));
    const losses = [
        ...[...new Set(zones)].sort().map((name) => ({ kind: "zone" as const, name })),
        ...[...model.natGateways.keys()].sort().map((name) => ({ kind: "natGateway" as const, name })),
    ];
    return intents.map((intent) => {
        const failures = zoneFailures(model, intent);
        return {
            component: intent.urn,
            flows: intent.flows.length,
            broken: brokenFlows(prover, intent),
            losses: losses.map((loss) => ({
                ...loss,
                failures: failures
                    .filter(({ lost }) => lost.kind === loss.kind && lost.name === loss.name)
                    .map(({ flow, reason, answer }) => flowFailure(flow, reason, answer)),
            })),
        };
    });
}

const brokenFlows = (prover: Prover, intent: Intent): FlowFailure[] =>
    intent.flows.flatMap((flow) => {
        const answer = failureOf(prover, intent, flow)?.answer;
        return answer === undefined || answer.verdict === "reachable"
            ? []
            : [
                  flowFailure(
                      flow,
                      answer.verdict === "blocked" ? "it is blocked" : "it is not certain",
                      answer,
                  ),
              ];
    });

const flowFailure = (
    { path, from, to, port }: IntentFlow,
    reason: string,
    answer: Answer | undefined,
): FlowFailure => ({
    flow: path,
    from,
    to,
    port,
    reason,
    codes: answer?.codes ?? [],
    changes: answer?.changes ?? [],
});

export function zoneText(reports: readonly ZoneReport[], how: Rendering): string {
    return reports.map((report) => reportText(report, how)).join("\n");
}

function reportText({ component, flows, broken, losses }: ZoneReport, how: Rendering): string {
    const { bold, green, red } = how.colors;
    const working = flows - broken.length;
    const title = bold(`${nameOf(component)}: ${working} of ${flows} declared flows work now\n`);
    const lines = losses.map(({ kind, name, failures }) => {
        const lost = kind === "zone" ? `zone ${name}` : `NAT gateway ${nameOf(name) || name}`;
        return failures.length === 0
            ? `${green("✓")} without ${lost}: all of these\n`
            : `${red("✗")} without ${lost}: ${working - failures.length} of these\n${failureLines(failures, how)}`;
    });
    return `${title}${failureLines(broken, how)}${lines.join("")}`;
}

const failureLines = (failures: readonly FlowFailure[], { width, colors }: Rendering): string =>
    failures
        .flatMap(({ from, to, port, reason, changes }) => [
            wrap(`${from} → ${to} ${port}: ${reason}`, width, "    "),
            ...changes.map((change) => colors.dim(wrap(withoutUrns(change), width, "      "))),
        ])
        .map((line) => `${line}\n`)
        .join("");
