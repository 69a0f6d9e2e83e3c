import { buildNetworkModel } from "../../analysis/model/build-network-model";
import type { NetworkModel } from "../../analysis/model/network-model";
import { recordsFromRegistrations } from "../../analysis/readers/registrations";
import { diffReachability } from "../../analysis/reachability/reachability-diff";
import type { Finding } from "../../analysis/finding";
import type { PlanJudge } from "./judge-plan";
import { knownSurvivors } from "./known-survivors";
import type { Mutant, Operator } from "./operator";
import type { Plan } from "./plan";

/**
 * What became of a mutant.
 * - `killed`: a policy it was expected of refuses it; `killedByAnother`: only others do.
 * - `ineffective`: nobody refuses it, and not one packet more or fewer gets through than before, for
 *   another layer of the network stops it still, or another rule lets the same through.
 * - `listed`: it survives, and `known-survivors.ts` says why.
 * - `survived`: it is as bad as it looks.
 */
export type Outcome = "killed" | "killedByAnother" | "ineffective" | "listed" | "survived";

export interface Verdict {
    readonly operator: string;
    readonly change: string;
    readonly expected: readonly string[];
    readonly outcome: Outcome;
    /** The mandatory policies that refuse it. */
    readonly policies: readonly string[];
}

/** A neutral change, and what is wrongly found on it. */
export interface NeutralVerdict {
    readonly operator: string;
    readonly change: string;
    readonly findings: readonly Finding[];
}

/** Judges mutants of one plan. */
export class Scorer {
    private readonly network: NetworkModel;
    private readonly before: ReadonlySet<string>;

    public constructor(
        plan: Plan,
        private readonly judge: PlanJudge,
    ) {
        this.network = networkOf(plan);
        this.before = new Set(judge.judge(plan).map(findingKey));
    }

    public verdict({ name, isLayered }: Operator, { change, plan, expected }: Mutant): Verdict {
        const found = this.newFindings(plan).filter(({ enforcement }) => enforcement === "mandatory");
        const policies = [...new Set(found.map(({ policy }) => policy))];
        const told = { operator: name, change, expected, policies };
        if (policies.some((policy) => expected.includes(policy))) {
            return { ...told, outcome: "killed" };
        }
        if (policies.length > 0) {
            return { ...told, outcome: "killedByAnother" };
        }
        if (isLayered === true && diffReachability(this.network, networkOf(plan)).length === 0) {
            return { ...told, outcome: "ineffective" };
        }
        return { ...told, outcome: isKnown(change) ? "listed" : "survived" };
    }

    public neutralVerdict({ name }: Operator, { change, plan }: Mutant): NeutralVerdict {
        return { operator: name, change, findings: this.newFindings(plan) };
    }

    private newFindings(plan: Plan): readonly Finding[] {
        return this.judge.judge(plan).filter((finding) => !this.before.has(findingKey(finding)));
    }
}

const isKnown = (change: string): boolean => knownSurvivors.some(({ pattern }) => pattern.test(change));

const findingKey = ({ policy, urn, property, message }: Finding): string =>
    JSON.stringify([policy, urn, property, message]);

const networkOf = ({ registrations }: Plan): NetworkModel =>
    buildNetworkModel(recordsFromRegistrations(registrations));
