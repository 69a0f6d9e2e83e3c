import { violates } from "../../../policy-pack/fault";
import { faultUnless, flag } from "../../../policy-pack/reading";
import { perResource, perResourceAndStack, rule, type AnyRule } from "../../../policy-pack/rule";
import { toggle } from "../../../policy-pack/settings";

const described = {
    title: "Switches are off",
    severity: "high",
    checklist: ["network-2"],
    why: "What is on can break.",
    fix: "Turn it off.",
    docs: "https://example.com/switches",
} as const;

export const switchType = "test:index/switch:Switch";

/** A policy as small as can be: what is on is wrong. */
export const switchesAreOff = rule(
    {
        ...described,
        id: "switches-are-off",
        config: { tolerant: toggle("Whether anything goes", false) },
        remediate: () => ({ on: false, "options.secret": "removed" }),
    },
    perResource([switchType], (record, { tolerant }) =>
        faultUnless(flag(record, "on", false), (on) => !on || tolerant, "is on"),
    ),
) as AnyRule;

/** The same by both halves; the second also counts. */
export const fewSwitches = rule(
    { ...described, id: "few-switches", waivable: false },
    perResourceAndStack(
        [switchType],
        (record) => faultUnless(flag(record, "on", false), (on) => !on, "is on"),
        (stack) => {
            const switches = stack.ofType(switchType);
            return [
                ...switches.flatMap((one) => faultUnless(flag(one, "on", false), (on) => !on, "is on")),
                ...(switches.length > 2 ? [violates(undefined, "there are too many")] : []),
            ];
        },
    ),
) as AnyRule;

/** A policy with a defect. */
export const stumbling = rule(
    { ...described, id: "stumbling" },
    perResource([switchType], () => {
        throw new Error("stumbled");
    }),
) as AnyRule;
