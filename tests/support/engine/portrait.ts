import type { Account } from "./account";
import { factsOf } from "./aws-types";
import { canonical, isRecord } from "./property-values";
import type { Properties, Value } from "./property-values";
import { resourcesOf } from "./stack-state";
import type { Deployment, EngineResource } from "./stack-state";

/** A stack's state and what exists in the account, with every id told by the URN it belongs to. */
export interface Portrait {
    /** By URN: what the engine knows of the resource. */
    readonly state: { readonly [urn: string]: string };
    /** By URN: what is in the account. */
    readonly account: { readonly [urn: string]: string };
    /** In the account and in no state: what a failed update must not leave behind. */
    readonly orphans: readonly string[];
    /** Of the state and not in the account. */
    readonly lost: readonly string[];
    /** What the engine does not know the outcome of, and what it has yet to see through or to delete. */
    readonly unfinished: readonly string[];
}

/** Two runs of the same program leave equal portraits, whatever ids were issued on the way. */
export function portraitOf(account: Account, ...deployments: readonly Deployment[]): Portrait {
    const all = deployments.flatMap(resourcesOf).filter(({ type }) => !type.startsWith("pulumi:"));
    const custom = all.filter(({ custom, external }) => custom && !external);
    const names = namesOfIds(account, custom);
    const told = (value: Value | undefined) => canonical(renamed(value ?? null, names));
    const inState = new Set(custom.map(({ type, id }) => `${type} ${id}`));
    const existing = account.all().filter(({ implicit }) => !implicit);
    const key = (type: string, id: string) => names.get(id) ?? `${type} ${id}`;
    return {
        state: Object.fromEntries(all.map((resource) => [resource.urn, told(lasting(resource))])),
        account: Object.fromEntries(
            existing.map(({ type, id, properties }) => [key(type, id), told(properties)]),
        ),
        orphans: existing
            .filter(({ type, id }) => !inState.has(`${type} ${id}`))
            .map(({ type, id }) => `${type} ${id}`),
        lost: custom.filter(({ type, id }) => account.find(type, id) === undefined).map(({ urn }) => urn),
        unfinished: [
            ...all.filter((resource) => resource.delete || resource.initErrors?.length).map(({ urn }) => urn),
            ...deployments.flatMap(({ deployment }) =>
                (deployment.pending_operations ?? []).map(({ resource }) => resource.urn),
            ),
        ],
    };
}

/** Each id, and each part of one that AWS answers inside properties, by the URN and property it belongs to. */
function namesOfIds(account: Account, resources: readonly EngineResource[]): Map<string, string> {
    const names = new Map<string, string>();
    for (const { type, id, urn } of resources) {
        const properties = account.find(type, id)?.properties ?? {};
        const named = factsOf(type).autoNamed?.property;
        for (const [name, value] of Object.entries(properties)) {
            const isOwn = (part: unknown): part is string =>
                isIssued(part) || (name === named && part === value);
            for (const part of (Array.isArray(value) ? value : [value]).filter(isOwn)) {
                names.set(part, names.get(part) ?? `${urn} ${name}`);
            }
        }
    }
    for (const { id, urn } of resources) {
        if (isIssued(id)) {
            names.set(id, urn);
        }
    }
    return names;
}

/** Ids and public addresses, which AWS gives out anew each time. */
const isIssued = (value: unknown): value is string =>
    typeof value === "string" && /[0-9a-f]{17}|^198\.51\.100\./.test(value);

/** What stays the same from run to run: no times, no positions in source. */
function lasting({
    parent,
    inputs,
    outputs,
    protect,
    dependencies,
    propertyDependencies,
}: EngineResource): Properties {
    const sorted = Object.entries(propertyDependencies ?? {}).map(([name, urns]) => [
        name,
        [...(urns ?? [])].sort(),
    ]);
    return {
        parent: parent ?? null,
        inputs: inputs ?? {},
        outputs: outputs ?? {},
        protect: protect ?? false,
        dependencies: [...(dependencies ?? [])].sort(),
        propertyDependencies: Object.fromEntries(sorted) as Properties,
    };
}

function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
    if (Array.isArray(value)) {
        return value.map((inner) => renamed(inner, names));
    }
    if (isRecord(value)) {
        return Object.fromEntries(
            Object.entries(value).map(([name, inner]) => [name, renamed(inner, names)]),
        );
    }
    return typeof value === "string" ? renamedText(value, names) : value;
}

/** An id may stand alone or inside an ARN. */
function renamedText(text: string, names: ReadonlyMap<string, string>): string {
    const whole = names.get(text);
    return whole ?? text.replace(/[a-z-]+-[0-9a-f]{17}/g, (id) => names.get(id) ?? id);
}

/** Where two portraits differ, one line each; nothing for portraits of the same. */
export function differences(expected: Portrait, found: Portrait): string[] {
    const told: string[] = [];
    for (const part of ["state", "account"] as const) {
        for (const urn of new Set([...Object.keys(expected[part]), ...Object.keys(found[part])])) {
            const [left, right] = [expected[part][urn], found[part][urn]];
            if (left !== right) {
                told.push(`${part} of ${urn}: expected ${left ?? "nothing"}, found ${right ?? "nothing"}`);
            }
        }
    }
    for (const part of ["orphans", "lost", "unfinished"] as const) {
        told.push(...found[part].map((what) => `${part}: ${what}`));
    }
    return told;
}
