import { rulesOf } from "./all-rules";
import { factsOf } from "./aws-types";
import type { InputFacts, TypeFacts } from "./aws-types";
import { withoutMarks } from "./simulated-aws";
import { canonical, isRecord } from "./property-values";
import type { Properties, Value } from "./property-values";

/** What a change of inputs does to a resource. */
export interface InputChanges {
    readonly changed: readonly string[];
    /** The changed properties that need a new one. */
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

export function changesBetween(
    type: string,
    oldInputs: Properties,
    newInputs: Properties,
    ignored: readonly string[] = [],
): InputChanges {
    const facts = factsOf(type);
    const olds = withDefaults(facts, withoutMarks(oldInputs));
    const news = withDefaults(facts, withoutMarks(newInputs));
    const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])]
        .filter((name) => !ignored.includes(name))
        // What AWS fills in stays when a program no longer says it.
        .filter((name) => !(news[name] === undefined && facts.inputs[name]?.computed))
        .filter((name) => comparable(type, name, olds[name]) !== comparable(type, name, news[name]));
    const replaces = changed.filter(
        (name) => facts.noUpdate || needsNew(facts.inputs[name], olds[name], news[name]),
    );
    const byRule = changed.length > 0 && rulesOf(type).replaces?.(olds, news) === true;
    return {
        changed,
        replaces: byRule && replaces.length === 0 ? changed : replaces,
        deleteBeforeReplace: facts.deleteBeforeReplace === true,
    };
}

/** Whether the property, or anything that changed in its blocks, cannot change in place. */
function needsNew(fact: InputFacts | undefined, old: Value | undefined, now: Value | undefined): boolean {
    if (fact === undefined || canonical(old) === canonical(now) || (now === undefined && fact.computed)) {
        return false;
    }
    return (
        fact.forceNew === true ||
        changedBlocks(blocksIn(old), blocksIn(now)).some(([left, right]) =>
            Object.entries(fact.elem ?? {}).some(([name, inner]) => needsNew(inner, left[name], right[name])),
        )
    );
}

const blocksIn = (value: Value | undefined): Properties[] =>
    (Array.isArray(value) ? value : [value ?? null]).filter(isRecord);

/** The blocks that are not on both sides, side by side; nothing stands beside one that came or went. */
function changedBlocks(olds: Properties[], news: Properties[]): [Properties, Properties][] {
    const without = (blocks: Properties[], others: Properties[]) => {
        const kept = new Set(others.map(canonical));
        return blocks.filter((block) => !kept.has(canonical(block)));
    };
    const [left, right] = [without(olds, news), without(news, olds)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, position) => [
        left[position] ?? {},
        right[position] ?? {},
    ]);
}

/** What was imported says nothing of its defaults. */
function withDefaults(facts: TypeFacts, inputs: Properties): Properties {
    const defaults = Object.entries(facts.inputs).flatMap(([name, fact]): [string, Value][] =>
        fact.default === undefined ? [] : [[name, fact.default]],
    );
    return { ...Object.fromEntries(defaults), ...inputs };
}

/** Sets have no order, and a number is the string of its digits. */
function comparable(type: string, name: string, value: Value | undefined): string {
    const fact = factsOf(type).inputs[name];
    if (fact?.type === "set" && Array.isArray(value)) {
        return value.map(canonical).sort().join(",");
    }
    return typeof value === "number" ? canonical(String(value)) : canonical(value);
}
