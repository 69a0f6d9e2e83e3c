import type { Key, Route } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import type { Address } from "./address";
import type { Allowance } from "./allowance";
import type { HopKind } from "./answer";
import type { ExplanationCode } from "./explanation-code";
import type { TrafficSet } from "./traffic-set";

/** Who has the groups that are looked at: an end of the session, or an appliance in between. */
export type HostPosition = "origin" | "goal" | { readonly appliance: Key };

/** Whether the other side's groups can be recognized, and if not, why. */
export interface References {
    readonly preserved: "yes" | "no" | "undecided";
    readonly code?: ExplanationCode;
}

/**
 * What a packet meets on its way. Steps of the kinds `networkAcl`, `limit`, `stop` and `doubt` decide
 * for everyone who takes the way; `host` steps depend on who the ends are and are judged per pair.
 */
export type Step =
    | {
          readonly kind: "networkAcl";
          readonly acl: Key;
          readonly egress: boolean;
          readonly remote: Address;
          readonly allowance: Allowance;
      }
    | {
          readonly kind: "host";
          readonly at: HostPosition;
          readonly direction: "ingress" | "egress";
          readonly remote: Address;
          /** The end whose groups the other side may recognize the remote by. */
          readonly remoteHost?: "origin" | "goal";
          readonly references: References;
      }
    | { readonly kind: "route"; readonly table: Key; readonly route?: Route; readonly label: string }
    | { readonly kind: "pass"; readonly hop: HopKind; readonly key: Key; readonly detail?: string }
    | {
          readonly kind: "limit";
          readonly key: Key;
          readonly traffic: TrafficSet;
          readonly code: ExplanationCode;
          readonly message: string;
          readonly change: string;
      }
    | {
          readonly kind: "stop";
          readonly key: Key;
          readonly code: ExplanationCode;
          readonly message: string;
          readonly change: string;
          readonly rule?: string;
      }
    | { readonly kind: "doubt"; readonly code: ExplanationCode; readonly undecided: Undecided };
