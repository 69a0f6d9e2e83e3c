import type { ResourceValidationArgs } from "@pulumi/policy";
import { isUnknown } from "../analysis/model/resource-record";
import { recordFromValidatedResource } from "../analysis/readers/policy-resources";
import { behindProxies, isSecretValue, revealed, rewrapped } from "./guarded-properties";
import { valueAt } from "./reading";
import type { AnyRule, Remedy } from "./rule";
import { readSettings } from "./settings";

type Properties = Record<string, unknown>;

/**
 * The rule's automatic fix as CrossGuard runs it, where an environment has set the policy to
 * `remediate`. It changes nothing but what the remedy names, inside the properties it is given, so that
 * what is secret stays secret at any depth, and what is unknown stays unknown.
 */
export function remediation(rule: AnyRule) {
    return (args: ResourceValidationArgs): Properties | undefined => {
        if (!rule.judge.resource?.types.has(args.type)) {
            return undefined;
        }
        const record = recordFromValidatedResource({ ...args, props: revealed(args.props) as object });
        const { settings } = readSettings(rule.config, args.getConfig?.<object>());
        const remedy = rule.remediate?.(record, settings) ?? {};
        const changes = Object.entries(remedy).filter(
            ([path, value]) => valueAt(record, path) !== value && !isUnknown(valueAt(record, parentOf(path))),
        );
        for (const [path, value] of changes) {
            write(behindProxies(args.props), path.split("."), value);
        }
        return changes.length === 0 ? undefined : args.props;
    };
}

const parentOf = (path: string): string => path.split(".").slice(0, -1).join(".");

function write(holder: unknown, [step, ...inner]: readonly string[], value: Remedy[string]): void {
    if (step === undefined) {
        return;
    }
    if (Array.isArray(holder) && !/^\d+$/.test(step)) {
        // A nested block that may occur once is a list of one under some of the tokens.
        write(unwrapped(holder[0]), [step, ...inner], value);
        return;
    }
    const properties = holder as Properties;
    const before = properties[step];
    if (inner.length > 0 && isObject(unwrapped(before))) {
        write(unwrapped(before), inner, value);
        return;
    }
    const after = inner.reduceRight<unknown>((made, key) => ({ [key]: made }), value);
    properties[step] = rewrapped(before, after);
}

const unwrapped = (value: unknown): unknown => {
    const bare = behindProxies(value);
    return isSecretValue(bare) ? unwrapped(bare.value) : bare;
};

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
