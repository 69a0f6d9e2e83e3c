import type { PropertyValue, ResourceRecord } from "../../../../analysis/model/resource-record";

/** A value that comes from another resource: its id, unless another output is named. */
export interface Reference {
    readonly reference: string;
    readonly output: string;
    /** What the program computes from that output, where it does not use it as it is. */
    readonly computed?: string;
}

export type Value =
    | null
    | undefined
    | boolean
    | number
    | string
    | Reference
    | readonly Value[]
    | { readonly [key: string]: Value };

export type Values = { readonly [property: string]: Value };

export const refer = (key: string, output = "id"): Reference => ({ reference: key, output });

/** A value that a program computes from another resource's output. */
export const computedFrom = (key: string, output: string, computed: string): Reference => ({
    reference: key,
    output,
    computed,
});

const isReference = (value: Value): value is Reference =>
    typeof value === "object" && value !== null && "reference" in value;

/**
 * `known`: as a stack that exists tells it, with ids and the provider's outputs. `unknown`: as the
 * first preview tells it, with inputs only, no ids, and an unknown wherever another resource is named.
 */
export type Form = "known" | "unknown";

interface Entry {
    readonly type: string;
    readonly name: string;
    readonly inputs: Values;
    readonly outputs: Values;
}

/** Collects resources by the key that the simulated network knows them by. */
export class Registry {
    private readonly entries = new Map<string, Entry>();
    private readonly aliases = new Map<string, Reference>();

    public constructor(
        private readonly form: Form,
        /** Decides, for a key, among the shapes that mean the same to AWS. */
        private readonly seed: number,
    ) {}

    /** Outputs are what the provider knows only afterwards; the unknown form leaves them out. */
    public add(key: string, type: string, inputs: Values, outputs: Values = {}): void {
        if (this.entries.has(key)) {
            throw new Error(`"${key}" is registered twice`);
        }
        this.entries.set(key, { type, name: key, inputs, outputs });
    }

    /** Says that a thing without a resource of its own is an output of another. */
    public alias(key: string, of: string, output: string): void {
        this.aliases.set(key, refer(of, output));
    }

    /** One of several shapes, the same for the same key and seed, whatever else is registered. */
    public choose<T>(key: string, ...shapes: readonly T[]): T {
        return shapes[hash(`${this.seed}/${key}`) % shapes.length]!;
    }

    public urnOf(key: string): string {
        const entry = this.entries.get(this.aliases.get(key)?.reference ?? key);
        if (entry === undefined) {
            throw new Error(`"${key}" is not registered`);
        }
        return `urn:pulumi:test::random::${entry.type}::${entry.name}`;
    }

    public has(key: string): boolean {
        return this.entries.has(key);
    }

    public records(): ResourceRecord[] {
        return [...this.entries].map(([key, entry]) => this.recordOf(key, entry));
    }

    private recordOf(key: string, entry: Entry): ResourceRecord {
        const inputs: { [property: string]: PropertyValue } = {};
        const propertyDependencies: { [property: string]: readonly string[] } = {};
        for (const [property, value] of Object.entries(entry.inputs)) {
            if (value === undefined) {
                continue;
            }
            inputs[property] = this.render(value);
            const urns = new Set(
                this.referencesIn(value).map((reference) => this.urnOf(reference.reference)),
            );
            if (urns.size > 0) {
                propertyDependencies[property] = [...urns];
            }
        }
        const known = this.form === "known";
        const id = idOf(key, entry.type);
        const outputs = known ? { arn: arnOf(id), ...this.renderAll(entry.outputs) } : {};
        return {
            urn: this.urnOf(key),
            type: entry.type,
            name: entry.name,
            custom: true,
            ...(known ? { id } : {}),
            properties: { ...inputs, ...outputs },
            inputs,
            propertyDependencies,
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
        };
    }

    private renderAll(values: Values): { [property: string]: PropertyValue } {
        const rendered = Object.entries(values).filter(([, value]) => value !== undefined);
        return Object.fromEntries(rendered.map(([property, value]) => [property, this.render(value)]));
    }

    private render(value: Value): PropertyValue {
        if (isReference(value)) {
            return this.form === "known" ? this.outputOf(value) : { palisadeUnknown: true };
        }
        if (Array.isArray(value)) {
            return (value as readonly Value[]).map((element) => this.render(element));
        }
        if (typeof value === "object" && value !== null) {
            return this.renderAll(value as Values);
        }
        return value as PropertyValue;
    }

    private outputOf({ reference, output, computed }: Reference): PropertyValue {
        if (computed !== undefined) {
            return computed;
        }
        const alias = this.aliases.get(reference);
        if (alias !== undefined) {
            return this.outputOf(alias);
        }
        const entry = this.entries.get(reference);
        if (entry === undefined) {
            throw new Error(`"${reference}" is not registered`);
        }
        const id = idOf(reference, entry.type);
        const stated = entry.outputs[output] ?? entry.inputs[output];
        if (stated === undefined && output !== "id" && output !== "arn") {
            throw new Error(`"${reference}" has no output "${output}"`);
        }
        return output === "id" ? id : output === "arn" ? arnOf(id) : this.render(stated);
    }

    private referencesIn(value: Value): Reference[] {
        if (isReference(value)) {
            return [this.aliases.get(value.reference) ?? value];
        }
        return typeof value === "object" && value !== null
            ? Object.values(value as Values).flatMap((part) => this.referencesIn(part))
            : [];
    }
}

/** As AWS writes ids: a prefix for the kind, then hexadecimal digits; load balancing goes by ARNs. */
function idOf(key: string, type: string): string {
    const kind = type.slice(type.lastIndexOf(":") + 1).toLowerCase();
    const digits = `${hash(`${type}/${key}`).toString(16).padStart(8, "0")}${hash(key).toString(16)}`;
    return /^aws:a?lb\//.test(type) ? arnOf(`${kind}/${digits}`) : `${kind}-${digits}`;
}

const arnOf = (id: string): string =>
    id.startsWith("arn:") ? id : `arn:aws:test:us-east-1:123456789012:${id}`;

/** FNV-1a, with its bits stirred once more so that its remainders are even. */
export function hash(text: string): number {
    let value = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) {
        value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
    return (value ^ (value >>> 16)) >>> 0;
}
