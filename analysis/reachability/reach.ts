import type { NetworkModel } from "../model/network-model";
import type { Answer, ReachVerdict } from "./answer";
import type { End } from "./end";
import { blockedAnswer, unknownAnswer } from "./answer-forms";
import { explain } from "./explain";
import { NetworkIndex } from "./network-index";
import { PairJudge, type Patch } from "./pair";
import { combine, overAllAddresses, type Scope } from "./quantify";
import type { ReachQuery } from "./query";
import { queryTraffic, type QueryTraffic } from "./query-traffic";
import { answerOfOwnServices } from "./own-services";
import { addressesOf, facesOf, resolveEnd, type ResolvedEnd } from "./resolve-end";
import { reachThrough } from "./reach-through";
import { hasNoTraffic, intersectTraffic } from "./traffic-set";

/** Models never change, so one prover serves all questions about each. */
const provers = new WeakMap<NetworkModel, Prover>();

/** A network made ready for questions; what one question works out, the next ones use. */
export class Prover {
    /** The prover of a network, with all that it has worked out so far. */
    public static of(model: NetworkModel): Prover {
        const prover = provers.get(model) ?? new Prover(model);
        provers.set(model, prover);
        return prover;
    }

    public readonly index: NetworkIndex;
    public readonly judge: PairJudge;

    public constructor(model: NetworkModel) {
        this.index = new NetworkIndex(model);
        this.judge = new PairJudge(this.index);
    }

    /** Throws a QueryError for a question that cannot be asked of this network. */
    public reach(query: ReachQuery): Answer {
        const { index } = this;
        if (query.via !== undefined) {
            return reachThrough(this, query, query.via);
        }
        const own =
            "resource" in query.to ? undefined : answerOfOwnServices(index, addressesOf(query.to, "to"));
        if (own !== undefined) {
            return own;
        }
        const faces = facesOf(index, query.from, query.to);
        const from = resolveEnd(index, query.from, "from", faces.from);
        const to = resolveEnd(index, query.to, "to", faces.to);
        const family = faces.to === "ipv6" ? "ipv6" : "ipv4";
        return this.answer(from, to, queryTraffic(query, family), query.scope ?? "session");
    }

    public answer(from: ResolvedEnd, to: ResolvedEnd, asked: QueryTraffic, scope: Scope): Answer {
        const missing = from.missing ?? to.missing;
        if (missing !== undefined || from.ends.length === 0 || to.ends.length === 0) {
            return missing === undefined
                ? noEnds()
                : blockedAnswer([
                      {
                          code: "ENI_ADDRESS_RESTRICTION",
                          urn: missing.key,
                          stops: "request",
                          message: missing.message,
                          change: missing.change,
                      },
                  ]);
        }
        const patches: Patch[] = [];
        const rows = from.ends.map((source) => {
            const cells = to.ends.map((goal) => {
                const found = this.patchesBetween(source, goal, asked);
                patches.push(...found);
                return overAllAddresses(found, scope).certain;
            });
            return combine(cells, to.oneUnknown);
        });
        const certain = intersectTraffic(combine(rows, from.oneUnknown), asked.traffic);
        const possible = patches.some(
            (patch) => !hasNoTraffic(intersectTraffic(patch[scope].possible, asked.traffic)),
        );
        const verdict: ReachVerdict = !hasNoTraffic(certain) ? "reachable" : possible ? "unknown" : "blocked";
        return patches.length === 0 ? noEnds() : explain(this.index, patches, verdict, asked, scope);
    }

    private patchesBetween(source: End, goal: End, asked: QueryTraffic): readonly Patch[] {
        return source.family === goal.family ? this.judge.patches(source, goal, asked.clientPorts) : [];
    }
}

const noEnds = (): Answer =>
    unknownAnswer("NO_SOURCE_OR_DESTINATION", "", "subnets", "the ends have no addresses of one family here");

/** Decides one question about a planned or existing network. */
export const reach = (model: NetworkModel, query: ReachQuery): Answer => Prover.of(model).reach(query);

/** Decides many questions about one network, in their order. */
export function reachMany(model: NetworkModel, queries: readonly ReachQuery[]): Answer[] {
    const prover = Prover.of(model);
    return queries.map((query) => prover.reach(query));
}
