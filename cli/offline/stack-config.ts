import { ProjectSettingsError } from "./settings-problem";
import type { StackConfig } from "./default-providers";

/** What `Pulumi.yaml` says of a setting: its type and default, or just its value. */
export type ConfigDeclarations = {
    readonly [key: string]:
        | {
              readonly type?: string;
              readonly default?: unknown;
              readonly value?: unknown;
              readonly secret?: boolean;
          }
        | string
        | number
        | boolean
        | null;
};

export interface ResolvedConfig {
    readonly config: StackConfig;
    /** Keys whose values are secret. An encrypted value cannot be read offline; a placeholder stands for it. */
    readonly secretKeys: readonly string[];
}

/** What a program sees in place of a value that only the stack's secrets provider can decrypt. */
export const encryptedPlaceholder = "[secret]";

/**
 * A stack's settings over the project's defaults, checked against the declared types as the engine
 * checks them. Keys without a namespace belong to the project; values become text, JSON if nested.
 */
export function stackConfigOf(
    project: string,
    declarations: ConfigDeclarations,
    stated: { readonly [key: string]: unknown },
    file: string,
): ResolvedConfig {
    const config: { [key: string]: string } = {};
    const secretKeys: string[] = [];
    const problems: string[] = [];
    const fullKey = (key: string) => (key.includes(":") ? key : `${project}:${key}`);
    const statedValues = new Map(Object.entries(stated).map(([key, value]) => [fullKey(key), value]));

    for (const [key, declaration] of Object.entries(declarations)) {
        const declared =
            typeof declaration === "object" && declaration !== null ? declaration : { value: declaration };
        const value = statedValues.get(fullKey(key)) ?? declared.value ?? declared.default;
        if (value === undefined || value === null) {
            problems.push(
                `${key}: ${file} does not set it and Pulumi.yaml gives no default; add it under "config"`,
            );
            continue;
        }
        const expected = declared.type;
        if (expected !== undefined && !isSecure(value) && !hasType(value, expected)) {
            problems.push(
                `${key}: ${JSON.stringify(value)} is not of type ${expected}, which Pulumi.yaml declares`,
            );
        }
        statedValues.set(fullKey(key), value);
        if (declared.secret === true) {
            secretKeys.push(fullKey(key));
        }
    }
    if (problems.length > 0) {
        throw new ProjectSettingsError(problems);
    }
    for (const [key, value] of statedValues) {
        if (isSecure(value)) {
            secretKeys.push(key);
        }
        config[key] = textOf(isSecure(value) ? encryptedPlaceholder : value);
    }
    return { config, secretKeys: [...new Set(secretKeys)] };
}

/** The keys of objects stand in the alphabet's order, as the engine hands them to a program. */
const textOf = (value: unknown): string =>
    typeof value === "string" ? value : JSON.stringify(value, (_, inner: unknown) => sorted(inner));

function sorted(value: unknown): unknown {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
        : value;
}

const isSecure = (value: unknown): boolean =>
    typeof value === "object" && value !== null && Object.keys(value).length === 1 && "secure" in value;

function hasType(value: unknown, type: string): boolean {
    switch (type) {
        case "integer":
            return Number.isInteger(typeof value === "string" && value !== "" ? Number(value) : value);
        case "boolean":
            return typeof value === "boolean" || value === "true" || value === "false";
        case "array":
            return Array.isArray(value);
        case "object":
            return typeof value === "object" && !Array.isArray(value);
        case "string":
            return typeof value !== "object";
        default:
            return true;
    }
}
