import { called, neutral, type Mutant, type Operator } from "../operator";
import { type Plan, type Inputs } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { entryType } from "../operators/acl-entries";

/** One entry of an ACL split in two that say the same together, and all of them renumbered in order. */
export const splitEntries: Operator = {
    name: "ACL entries split or renumbered",
    mutants: (plan) => {
        const entries = plan.ofType(entryType);
        const split = (entry: RecordedRegistration): Mutant => {
            const { fromPort, toPort, ruleNumber } = entry.inputs as { [key: string]: number };
            const middle = Math.floor((fromPort! + toPort!) / 2);
            return neutral(
                `${called(entry)} split at port ${middle}`,
                plan.with(entry, { toPort: middle }).adding(entryType, `${entry.name}-rest`, {
                    ...(entry.inputs as Inputs),
                    tags: undefined,
                    networkAclId: { refersTo: entry.propertyDependencies.networkAclId![0]! },
                    fromPort: middle + 1,
                    ruleNumber: ruleNumber! + 1,
                }),
            );
        };
        const renumbered = entries.reduce<Plan>(
            (changed, entry) =>
                changed.with(changed.one(entry.type, entry.name), {
                    ruleNumber: Number(entry.inputs.ruleNumber) + 17,
                }),
            plan,
        );
        return [
            ...entries.filter(({ inputs }) => Number(inputs.fromPort) < Number(inputs.toPort)).map(split),
            neutral("every ACL entry 17 numbers higher", renumbered),
        ];
    },
};
