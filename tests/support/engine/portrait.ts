import type { Account } from "./account";
import { factsOf } from "./aws-types";
import { canonical, isRecord, stringsIn } from "./property-values";
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
    const rename = renaming(names);
    const told = (value: Value | undefined) => canonical(renamed(value ?? null, rename));
    const inState = new Set(custom.map(({ type, id }) => `${type} ${id}`));
    const existing = account.all().filter(({ implicit }) => !implicit);
    const key = (type: string, id: string) => rename(`${type} ${id}`);
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

const issued = /[a-z]+(?:-[a-z]+)*-[0-9a-f]{17}|198\.51\.100\.\d+/g;

/**
 * What AWS gave out, and the names that the provider made up, each by the URN it belongs to; what belongs to
 * none of itself (the interface of a NAT gateway) by the first URN and property that show it.
 */
function namesOfIds(account: Account, resources: readonly EngineResource[]): Map<string, string> {
    const names = new Map<string, string>();
    for (const { type, id, urn } of resources) {
        const properties = account.find(type, id)?.properties ?? {};
        const made = properties[factsOf(type).autoNamed?.property ?? ""];
        if (typeof made === "string" && /-[0-9a-f]{7}$/.test(made)) {
            names.set(made, `${urn} name`);
        }
        for (const [property, value] of Object.entries(properties)) {
            for (const token of stringsIn(value).flatMap((text) => text.match(issued) ?? [])) {
                const candidate = `${urn} ${property}`;
                const known = names.get(token);
                names.set(token, known !== undefined && known < candidate ? known : candidate);
            }
        }
    }
    for (const { id, urn } of resources) {
        if (id !== undefined && id.match(issued)?.[0] === id) {
            names.set(id, urn);
        }
    }
    return names;
}

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

/** What marks a record as a secret in a state. */
const secretMark = "4dabf18193072939515e22adb298388d";

function renamed(value: Value, rename: (text: string) => string): Value {
    if (Array.isArray(value)) {
        return value.map((inner) => renamed(inner, rename));
    }
    if (isRecord(value) && secretMark in value) {
        // It is encrypted anew each time that the state is saved.
        return "a secret";
    }
    if (isRecord(value)) {
        return Object.fromEntries(
            Object.entries(value).map(([name, inner]) => [name, renamed(inner, rename)]),
        );
    }
    return typeof value === "string" ? rename(value) : value;
}

/** Names stand alone, inside ARNs and inside policies. */
function renaming(names: ReadonlyMap<string, string>): (text: string) => string {
    const longestFirst = [...names.keys()].sort((left, right) => right.length - left.length);
    const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const any = new RegExp(escaped.join("|") || "$^", "g");
    return (text) => text.replace(any, (name) => names.get(name)!);
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
