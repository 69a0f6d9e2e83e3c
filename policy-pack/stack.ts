import { buildNetworkModel } from "../analysis/model/build-network-model";
import type { NetworkModel } from "../analysis/model/network-model";
import { isUnknown, type ResourceRecord } from "../analysis/model/resource-record";
import { at, valueAt, type Reading } from "./reading";
import { withTwins } from "./resource-types";
import { Kind } from "./stack-kind";

/** All resources of a stack, as stack policies judge them. */
export class Stack {
    private readonly byUrn: ReadonlyMap<string, ResourceRecord>;
    private built: NetworkModel | undefined;
    /** Looked up once: a hundred policies ask for the same kinds again and again. */
    private readonly kinds = new Map<string, Kind>();
    private readonly referrersByTarget = new Map<string, Map<string, ResourceRecord[]>>();

    /** Without what only the provider will fill in: while that is unknown, it would pass for set. */
    public readonly records: readonly ResourceRecord[];

    /** The AWS providers that can be seen, among the resources or beside them. */
    public readonly providers: readonly ResourceRecord[];

    public constructor(
        private readonly given: readonly ResourceRecord[],
        /** The day of the run, `YYYY-MM-DD`. */
        public readonly today: string,
        providers: readonly ResourceRecord[] = [],
    ) {
        const isAws = ({ type }: ResourceRecord): boolean => type === "pulumi:providers:aws";
        this.providers = [...providers, ...given].filter(isAws);
        this.records = given.map(withoutUnknownOutputs);
        this.byUrn = new Map(this.records.map((record) => [record.urn, record]));
    }

    /** The resources of these types, or of their twins, that this stack manages. */
    public ofType(...types: readonly string[]): readonly ResourceRecord[] {
        return this.kind(types).records;
    }

    /**
     * The same, with what the program states and nothing that only the provider fills in: during a
     * first preview that is unknown, and would pass for set.
     */
    public stated(...types: readonly string[]): readonly ResourceRecord[] {
        return this.kind(types).stated();
    }

    /** What the resources mean to a packet; built when the first policy asks for it. */
    public get model(): NetworkModel {
        return (this.built ??= buildNetworkModel(this.given));
    }

    public record(urn: string): ResourceRecord | undefined {
        return this.byUrn.get(urn);
    }

    /**
     * The resources of these types that a property names: by the id, ARN or name written in it, or,
     * while that is unknown, by what it was computed from. None where the property is not set, or
     * names something that other stacks own.
     */
    public references(
        source: ResourceRecord,
        property: string,
        ...types: readonly string[]
    ): Reading<readonly ResourceRecord[]> {
        const place = at(source, property);
        const value = valueAt(source, property);
        const candidates = this.kind(types);
        const named = candidates.named(value);
        if (!containsUnknown(value)) {
            return { known: true, value: named, place };
        }
        const top = /^[^.[]+/.exec(property)?.[0] ?? property;
        const computedFrom = candidates.among(source.propertyDependencies[top] ?? []);
        if (computedFrom.length > 0) {
            return { known: true, value: [...new Set([...named, ...computedFrom])], place };
        }
        return {
            known: false,
            undecided: {
                urn: source.urn,
                property,
                reason: "it is not known before the update, and does not say which resource it names",
                remedy: "Pass it another resource's own output (`bucket.id`), or a literal.",
            },
        };
    }

    /** The resources of one type whose property names the target, by id or by what it was computed from. */
    public referrers(target: ResourceRecord, type: string, property: string): readonly ResourceRecord[] {
        const key = `${type} ${property} ${target.type}`;
        let found = this.referrersByTarget.get(key);
        if (found === undefined) {
            found = new Map<string, ResourceRecord[]>();
            for (const record of this.ofType(type)) {
                const named = this.references(record, property, target.type);
                for (const { urn } of named.known ? named.value : []) {
                    const known = found.get(urn) ?? [];
                    known.push(record);
                    found.set(urn, known);
                }
            }
            this.referrersByTarget.set(key, found);
        }
        return found.get(target.urn) ?? [];
    }

    private kind(types: readonly string[]): Kind {
        const key = types.join(" ");
        let kind = this.kinds.get(key);
        if (kind === undefined) {
            const tokens = withTwins(types);
            kind = new Kind(
                this.records.filter(({ type, external }) => tokens.has(type) && external !== true),
            );
            this.kinds.set(key, kind);
        }
        return kind;
    }
}

function withoutUnknownOutputs(record: ResourceRecord): ResourceRecord {
    const isStated = (property: string): boolean =>
        record.inputs === undefined
            ? (record.propertyDependencies[property] ?? []).length > 0
            : record.inputs[property] !== undefined;
    const kept = Object.entries(record.properties).filter(
        ([property, value]) => !isUnknown(value) || isStated(property) || record.external === true,
    );
    return { ...record, properties: Object.fromEntries(kept) };
}

const containsUnknown = (value: ReturnType<typeof valueAt>): boolean =>
    isUnknown(value) || (Array.isArray(value) && value.some(containsUnknown));
