import type { ResourceValidationArgs } from "@pulumi/policy";
import { recordFromValidatedResource } from "../analysis/readers/policy-resources";
import { valueAt } from "./reading";
import type { AnyRule, Remedy } from "./rule";
import { readSettings } from "./settings";

type Properties = Record<string, unknown>;

/**
 * The rule's automatic fix as CrossGuard runs it, where an environment has set the policy to
 * `remediate`. It writes into the properties it is given, whose own wrapper keeps secrets secret.
 */
export function remediation(rule: AnyRule) {
    return (args: ResourceValidationArgs): Properties | undefined => {
        if (!rule.judge.resource?.types.has(args.type)) {
            return undefined;
        }
        const record = recordFromValidatedResource(args);
        const { settings } = readSettings(rule.config, args.getConfig<object>());
        const remedy = rule.remediate?.(record, settings);
        const changes = Object.entries(remedy ?? {}).filter(
            ([path, value]) => valueAt(record, path) !== value,
        );
        return changes.length === 0 ? undefined : apply(args.props, Object.fromEntries(changes));
    };
}

function apply(props: Properties, remedy: Remedy): Properties {
    const target =
        (props as { readonly __getSpecialProxyTarget?: Properties }).__getSpecialProxyTarget ?? props;
    for (const [path, value] of Object.entries(remedy)) {
        const steps = path.split(".");
        const last = steps.pop()!;
        let holder = target;
        for (const step of steps) {
            if (typeof holder[step] !== "object" || holder[step] === null) {
                holder[step] = {};
            }
            holder = holder[step] as Properties;
        }
        holder[last] = value;
    }
    return target;
}
