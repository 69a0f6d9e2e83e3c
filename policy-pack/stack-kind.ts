import type { PropertyValue, ResourceRecord } from "../analysis/model/resource-record";

/** The properties a resource may be named by. */
const identities = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "keyId", "keyArn"];

/** The resources of a kind that a stack manages, in the order of registration, to be found by name. */
export class Kind {
    private readonly positions: ReadonlyMap<ResourceRecord, number>;
    private readonly byUrn: ReadonlyMap<string, ResourceRecord>;
    private byName: ReadonlyMap<string, readonly ResourceRecord[]> | undefined;
    private asStated: readonly ResourceRecord[] | undefined;

    public constructor(public readonly records: readonly ResourceRecord[]) {
        this.positions = new Map(records.map((record, position) => [record, position]));
        this.byUrn = new Map(records.map((record) => [record.urn, record]));
    }

    /** The same, with what the program states and nothing that only the provider fills in. */
    public stated(): readonly ResourceRecord[] {
        return (this.asStated ??= this.records.map((record) =>
            record.inputs === undefined ? record : { ...record, properties: record.inputs },
        ));
    }

    /** Those that a value names: by id, ARN or name, alone or in a list. */
    public named(value: PropertyValue): readonly ResourceRecord[] {
        const found = textsIn(value).flatMap((text) => this.names().get(text) ?? []);
        return this.inOrder(found);
    }

    /** Those with these URNs. */
    public among(urns: readonly string[]): readonly ResourceRecord[] {
        return this.inOrder(urns.flatMap((urn) => this.byUrn.get(urn) ?? []));
    }

    private names(): ReadonlyMap<string, readonly ResourceRecord[]> {
        if (this.byName === undefined) {
            const names = new Map<string, ResourceRecord[]>();
            for (const record of this.records) {
                const values = [record.id, ...identities.map((name) => record.properties[name])];
                for (const text of new Set(values.filter(isText))) {
                    const known = names.get(text);
                    if (known === undefined) {
                        names.set(text, [record]);
                    } else {
                        known.push(record);
                    }
                }
            }
            this.byName = names;
        }
        return this.byName;
    }

    private inOrder(records: readonly ResourceRecord[]): readonly ResourceRecord[] {
        return [...new Set(records)].sort(
            (left, right) => this.positions.get(left)! - this.positions.get(right)!,
        );
    }
}

const isText = (value: PropertyValue): value is string => typeof value === "string" && value !== "";

const textsIn = (value: PropertyValue): readonly string[] =>
    Array.isArray(value) ? value.flatMap(textsIn) : isText(value) ? [value] : [];
