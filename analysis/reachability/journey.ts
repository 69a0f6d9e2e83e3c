import type { Undecided } from "../model/resource-record";
import type { Address } from "./address";
import { allowsEverything, allowsNothing, atBest, bothAllow, exactly, type Allowance } from "./allowance";
import type { HopKind } from "./answer";
import type { ExplanationCode } from "./explanation-code";
import type { GoalFace, Place } from "./place";
import type { References, Step } from "./step";

/** A stretch between two places over which the addresses stay as they are. */
export interface Leg {
    readonly from: Place;
    readonly to: Place;
    readonly source: Address;
    readonly destination: Address;
    readonly face: GoalFace;
    readonly sourceFace: GoalFace;
}

export interface StopReason {
    readonly key: string;
    readonly code: ExplanationCode;
    readonly message: string;
    readonly change: string;
    readonly rule?: string;
}

/**
 * One way of a packet from a place to its goal, grown step by step. Where the plan leaves open what
 * happens, the journey forks; every fork ends as `arrived` or at a stop.
 */
export class Journey {
    public readonly steps: Step[] = [];
    public readonly legs: Leg[] = [];
    public references: References = { preserved: "yes" };
    public arrived = false;
    /** Whether it reached its goal over the internet, so that replies come back that way. */
    public overInternet = false;
    /** By which kind of address the other side sees the sender. */
    public sourceFace: GoalFace;
    /** How it came into the VPC it is in. */
    public entered: "interface" | "transitGateway" | "elsewhere" = "interface";
    /** Whether it takes what only might be: it opens what is possible, and takes nothing from what is certain. */
    public unlikely = false;
    /** Routes taken; a bound that no honest network reaches. */
    public turns = 0;

    public constructor(
        public place: Place,
        public source: Address,
        public readonly goal: Place,
        public readonly destination: Address,
        public readonly face: GoalFace,
        /** A reply travels under the state that its request left behind. */
        public readonly isReply: boolean,
        /** Where the current leg began. */
        public legStart: Place = place,
        /** Whether the source is still the one who sent it, not a translator. */
        public bearsOrigin = true,
    ) {
        if (place.kind === "subnet" && place.hidesGroups === true) {
            this.references = { preserved: "undecided" };
        }
        this.sourceFace = source.family === "ipv6" ? "ipv6" : place.kind === "cloud" ? "public" : "private";
    }

    public fork(): Journey {
        const copy = new Journey(
            this.place,
            this.source,
            this.goal,
            this.destination,
            this.face,
            this.isReply,
            this.legStart,
            this.bearsOrigin,
        );
        copy.steps.push(...this.steps);
        copy.legs.push(...this.legs);
        copy.references = this.references;
        copy.entered = this.entered;
        copy.turns = this.turns;
        copy.overInternet = this.overInternet;
        copy.sourceFace = this.sourceFace;
        copy.unlikely = this.unlikely;
        return copy;
    }

    public pass(hop: HopKind, key: string, detail?: string): void {
        this.steps.push({ kind: "pass", hop, key, ...(detail === undefined ? {} : { detail }) });
    }

    public doubt(code: ExplanationCode, undecided: Undecided): void {
        this.steps.push({ kind: "doubt", code, undecided });
    }

    public stop(reason: StopReason): this {
        this.steps.push({ kind: "stop", ...reason });
        return this;
    }

    /** Ends the leg here and begins one from a place that may bear another source address. */
    public turn(at: Place, source: Address): void {
        this.legs.push({
            from: this.legStart,
            to: at,
            source: this.source,
            destination: this.destination,
            face: this.face,
            sourceFace: this.sourceFace,
        });
        this.legStart = at;
        this.sourceFace = this.source.family === "ipv6" ? "ipv6" : at.kind === "cloud" ? "public" : "private";
        this.place = at;
        this.source = source;
    }

    public arrive(): this {
        this.turn(this.goal, this.source);
        this.arrived = true;
        return this;
    }

    /** What the steps that are the same for everyone let through. */
    public allowance(): Allowance {
        let allowance = allowsEverything;
        for (const step of this.steps) {
            switch (step.kind) {
                case "networkAcl":
                    allowance = bothAllow(allowance, step.allowance);
                    break;
                case "limit":
                    allowance = bothAllow(allowance, exactly(step.traffic));
                    break;
                case "stop":
                    return allowsNothing;
                case "doubt":
                    allowance = atBest(allowance);
                    break;
                case "host":
                case "route":
                case "pass":
                    break;
            }
        }
        return this.arrived ? allowance : allowsNothing;
    }
}
