import type { Interface, NatGateway, Network } from "./network";
import type { Packet } from "./packet";

/** What AWS decides by itself, fixed so that one walk has one outcome. */
export interface Choices {
    /** The source port that NAT gateways and load balancers pick, of 1024 to 65535. */
    readonly ephemeralPort: number;
    /** Which attachment subnet a transit gateway uses where none is in the sender's zone. */
    readonly transitSubnet: number;
    /** Whether appliances send on under their own addresses. */
    readonly translates?: boolean;
}

export const firstChoices: Choices = { ephemeralPort: 1024, transitSubnet: 0 };

/** What is remembered of a session while its reply travels. */
export interface Session {
    readonly translations: {
        readonly nat: NatGateway;
        readonly inside: { readonly address: string; readonly port?: number };
        readonly port?: number;
    }[];
    /** What appliances sent on under their own addresses. */
    readonly disguises: { readonly appliance: string; readonly source: string }[];
    /** The session was begun through this egress-only internet gateway. */
    leftByEgressOnlyGateway: boolean;
}

export interface Walk {
    readonly network: Network;
    readonly reply: boolean;
    readonly session: Session;
    readonly choices: Choices;
    /** Every step, for the reader of a failing test. */
    readonly hops: string[];
    /** Whether references to security groups still hold on the way taken. */
    referencesHold: boolean;
}

export type Outcome =
    | { readonly at: "interface"; readonly interface: Interface; readonly packet: Packet }
    | { readonly at: "internet"; readonly packet: Packet }
    | { readonly at: "service"; readonly endpoint: string; readonly packet: Packet }
    | { readonly at: "dropped"; readonly reason: string };

/** Who hands a packet to a subnet's route table. */
export type Sender =
    | { readonly kind: "interface"; readonly interface: Interface }
    | { readonly kind: "nat"; readonly nat: NatGateway }
    | { readonly kind: "appliance"; readonly interface: Interface }
    | { readonly kind: "transitGateway" };

export const dropped = (reason: string): Outcome => ({ at: "dropped", reason });
