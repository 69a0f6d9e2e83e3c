import { isCidrProblem, readCidr } from "../packets/cidr";

/** One thing about a policy that an environment may decide, in `policy-pack/config/<environment>.json`. */
export interface Setting<T> {
    readonly description: string;
    readonly fallback: T;
    /** The JSON schema that the engine itself checks. */
    readonly schema: SettingSchema;
    /** Why a value will not do; undefined for a good one. */
    readonly problem: (value: unknown) => string | undefined;
}

export interface SettingSchema {
    readonly type: "array" | "integer" | "string" | "boolean";
    readonly items?: {
        readonly type: "string" | "integer";
        readonly minimum?: number;
        readonly maximum?: number;
        readonly enum?: string[];
    };
    readonly enum?: string[];
    readonly minimum?: number;
}

export type SettingsSchema = { readonly [name: string]: Setting<unknown> };

export type SettingsOf<C extends SettingsSchema> = {
    readonly [K in keyof C]: C[K] extends Setting<infer T> ? T : never;
};

const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
    Array.isArray(value) && value.every(isItem);
const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isPort = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65535;

/** A list of TCP or UDP port numbers. */
export const ports = (description: string, fallback: readonly number[]): Setting<readonly number[]> => ({
    description,
    fallback,
    schema: { type: "array", items: { type: "integer", minimum: 0, maximum: 65535 } },
    problem: (value) => (isListOf(value, isPort) ? undefined : "must be a list of ports, 0 to 65535"),
});

export const textList = (description: string, fallback: readonly string[]): Setting<readonly string[]> => ({
    description,
    fallback,
    schema: { type: "array", items: { type: "string" } },
    problem: (value) => (isListOf(value, isText) ? undefined : "must be a list of texts that are not empty"),
});

/** A list of IPv4 and IPv6 blocks. */
export const cidrList = (description: string, fallback: readonly string[]): Setting<readonly string[]> => ({
    ...textList(description, fallback),
    problem: (value) => {
        if (!isListOf(value, isText)) {
            return 'must be a list of blocks such as "203.0.113.0/24"';
        }
        const bad = value.find((item) => isCidrProblem(readCidr(item)));
        return bad === undefined ? undefined : `"${bad}" is not a block such as "203.0.113.0/24"`;
    },
});

export const toggle = (description: string, fallback: boolean): Setting<boolean> => ({
    description,
    fallback,
    schema: { type: "boolean" },
    problem: (value) => (typeof value === "boolean" ? undefined : "must be true or false"),
});

export const wholeNumber = (description: string, fallback: number, minimum = 0): Setting<number> => ({
    description,
    fallback,
    schema: { type: "integer", minimum },
    problem: (value) =>
        Number.isInteger(value) && Number(value) >= minimum
            ? undefined
            : `must be a whole number, ${minimum} or more`,
});

export const choice = <T extends string>(
    description: string,
    fallback: T,
    options: readonly T[],
): Setting<T> => ({
    description,
    fallback,
    schema: { type: "string", enum: [...options] },
    problem: (value) =>
        (options as readonly unknown[]).includes(value) ? undefined : `must be one of ${options.join(", ")}`,
});

/** Any of some options. */
export const choices = <T extends string>(
    description: string,
    fallback: readonly T[],
    options: readonly T[],
): Setting<readonly T[]> => ({
    description,
    fallback,
    schema: { type: "array", items: { type: "string", enum: [...options] } },
    problem: (value) =>
        Array.isArray(value) && value.every((item) => (options as readonly unknown[]).includes(item))
            ? undefined
            : `must be a list of some of ${options.join(", ")}`,
});

/** Lays what is configured over the fallbacks. Whatever is wrong is left at its fallback and told. */
export function readSettings<C extends SettingsSchema>(
    schema: C,
    configured: unknown,
): { readonly settings: SettingsOf<C>; readonly problems: readonly string[] } {
    const settings: { [name: string]: unknown } = {};
    const problems: string[] = [];
    const given = typeof configured === "object" && configured !== null ? { ...configured } : {};
    for (const [name, setting] of Object.entries(schema)) {
        const value = (given as { [name: string]: unknown })[name];
        const problem = value === undefined ? undefined : setting.problem(value);
        settings[name] = value === undefined || problem !== undefined ? setting.fallback : value;
        if (problem !== undefined) {
            problems.push(`${name}: ${problem}`);
        }
    }
    const allowed = Object.keys(schema);
    for (const name of Object.keys(given).filter((key) => key !== "enforcementLevel" && !(key in schema))) {
        const known = allowed.length === 0 ? "it takes no properties" : `it takes ${allowed.join(", ")}`;
        problems.push(`${name}: there is no such property; ${known}`);
    }
    return { settings: settings as SettingsOf<C>, problems };
}
