import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { Answer } from "../../../analysis/reachability/answer";
import { Prover } from "../../../analysis/reachability/reach";
import type { Random } from "../../support/simulator/generator/random";
import type { Network } from "../../support/simulator/network";
import { truthOf, type Probe, type Truth } from "../../support/simulator/probe";
import { register, type RegisteredNetwork } from "../../support/simulator/records";
import type { Form } from "../../support/simulator/records/registry";
import { anotherWorld } from "../../support/simulator/worlds";
import { namedAddress, questionOf } from "./question";

/** A network in the two shapes it has here: as the simulator knows it, and as the prover reads it. */
export interface Subject {
    readonly network: Network;
    readonly form: Form;
    readonly registered: RegisteredNetwork;
    readonly prover: Prover;
}

export function subjectOf(network: Network, form: Form, seed: number): Subject {
    const registered = register(network, form, seed);
    return { network, form, registered, prover: new Prover(buildNetworkModel(registered.records)) };
}

/**
 * - `agrees`: both say the same.
 * - `open`: the prover cannot tell, and indeed two networks of these records differ in it.
 * - `beyond`: the prover cannot tell, for an appliance or a firewall decides that it does not see inside of.
 * - `cautious`: the prover cannot tell, and no such two networks were found.
 * - `wrong`: the prover is certain of what is not so.
 */
export type Agreement = "agrees" | "open" | "beyond" | "cautious" | "wrong";

export interface Judgement {
    readonly agreement: Agreement;
    readonly answer: Answer;
    readonly truth: Truth;
}

export function judge(subject: Subject, probe: Probe, random: Random): Judgement {
    const { network, form, registered, prover } = subject;
    const answer = prover.reach(questionOf(network, registered, probe));
    const truth = truthOf(network, probe);
    if (answer.verdict === "unknown") {
        const differs = truth.verdict === "partial" || differsElsewhere(subject, probe, truth, random);
        const doubted = answer.codes.includes("BOUNDARY") ? "beyond" : "cautious";
        return { agreement: differs ? "open" : doubted, answer, truth };
    }
    // What is certain must hold in every network that these records may become.
    const elsewhere = truthOf(elsewhereOf(network, probe, random, form), probe);
    const wrong = [truth, elsewhere].find((candidate) => !confirms(candidate, answer));
    return { agreement: wrong === undefined ? "agrees" : "wrong", answer, truth: wrong ?? truth };
}

export function elsewhereOf(network: Network, probe: Probe, random: Random, form: Form): Network {
    const ends = [probe.from, probe.to];
    // A stack that exists tells which addresses its instances and interfaces have.
    const told = network.interfaces.filter(
        ({ kind }) => form === "known" && (kind === "instance" || kind === "networkInterface"),
    );
    return anotherWorld(random, network, {
        strangers: ends.flatMap((end) => ("address" in end ? [end.address] : [])),
        named: [
            ...ends.flatMap((end) => namedAddress(network, end) ?? []),
            ...told.map(({ privateAddress }) => privateAddress),
        ],
    });
}

const confirms = (truth: Truth, answer: Answer): boolean =>
    truth.verdict === answer.verdict ||
    (truth.verdict === "partial" && answer.verdict === "reachable" && answer.partial !== undefined);

function differsElsewhere({ network, form }: Subject, probe: Probe, truth: Truth, random: Random): boolean {
    for (let attempt = 0; attempt < 60; attempt += 1) {
        if (truthOf(elsewhereOf(network, probe, random, form), probe).verdict !== truth.verdict) {
            return true;
        }
    }
    return false;
}
