/** A call that changes the account, as faults and assertions speak of it. */
export interface Call {
    readonly method: "create" | "update" | "delete";
    readonly urn: string;
    readonly type: string;
}

/**
 * What goes wrong with a call.
 * - `refused`: AWS says no and nothing has happened.
 * - `halfDone`: it was done, but the provider could not see it through and says so (a timeout while waiting).
 * - `disconnected`: the provider dies in the middle; whether it was done is known only to AWS.
 */
export type Fault = "refused" | "halfDone" | "disconnected";

export type FaultPlan = (call: Call) => Fault | undefined;

export const noFaults: FaultPlan = () => undefined;

/** Fails one call, the first time it is made. */
export function failOn({ method, urn }: Call, fault: Fault): FaultPlan {
    let struck = false;
    return (call) => {
        const strikes = !struck && call.method === method && call.urn === urn;
        struck ||= strikes;
        return strikes ? fault : undefined;
    };
}

/** Fails the n-th call, whatever it is for. */
export function failNth(n: number, fault: Fault): FaultPlan {
    let calls = 0;
    return () => ((calls += 1) === n ? fault : undefined);
}

/** Fails the first call for every resource and lets the second pass; `failed` tells which were struck. */
export function failEveryFirst(fault: Fault): { readonly plan: FaultPlan; readonly failed: Set<string> } {
    const failed = new Set<string>();
    const plan: FaultPlan = ({ method, urn }) => {
        const key = `${method} ${urn}`;
        if (failed.has(key)) {
            return undefined;
        }
        failed.add(key);
        return fault;
    };
    return { plan, failed };
}
