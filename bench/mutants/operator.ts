import type { Plan } from "./plan";

/** One changed plan. */
export interface Mutant {
    /** What was changed and to what, in words. */
    readonly change: string;
    readonly plan: Plan;
    /** The policies whose business it is; none where the change is neutral. */
    readonly expected: readonly string[];
}

/** One way to break a plan, or to change it without any effect on security. */
export interface Operator {
    readonly name: string;
    /** What it lets through one layer, another layer may stop still. */
    readonly isLayered?: boolean;
    mutants(plan: Plan): Iterable<Mutant>;
}

/** How a resource is called in what is told of a mutant: `rds/instance prod-db-instance`. */
export const called = ({ type, name }: { readonly type: string; readonly name: string }): string =>
    `${type.split(":")[1] ?? type} ${name}`;

/** A changed plan that is as secure as it was. */
export const neutral = (change: string, plan: Plan): Mutant => ({ change, plan, expected: [] });
