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
    /** Whether a part of it cannot be seen. */
    readonly isUnseen: boolean;
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
    /** Whether the rest of its way cannot be seen, and with it who translates it. */
    public isUnseen = false;
    /** How it came into the VPC it is in. */
    public entered: "interface" | "transitGateway" | "elsewhere" = "interface";
    /** Whether it takes what only might be: it opens what is possible, and takes nothing from what is certain. */
    public unlikely = false;
    /** The route tables that it was handed to, and how. */
    private readonly handedTo = new Set<string>();
    /** What all ways of one walk have left; only a plan that leaves much open comes near its end. */
    private patience = { tables: 400 };

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
        this.handedTo.forEach((table) => copy.handedTo.add(table));
        copy.patience = this.patience;
        copy.overInternet = this.overInternet;
        copy.isUnseen = this.isUnseen;
        copy.sourceFace = this.sourceFace;
        copy.unlikely = this.unlikely;
        return copy;
    }

    /**
     * Notes that it is handed to a route table: a packet that comes to one in the same way again goes round
     * for ever. `tooMany` where so much is open that not all of the ways are looked into.
     */
    public handTo(table: string): "on" | "circle" | "tooMany" {
        if (this.handedTo.has(table)) {
            return "circle";
        }
        this.handedTo.add(table);
        this.patience.tables -= 1;
        return this.patience.tables < 0 ? "tooMany" : "on";
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
            isUnseen: this.isUnseen,
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
