import { Account, AwsError } from "./account";
import type { CloudResource } from "./account";
import { rulesOf } from "./all-rules";
import { factsOf, filledIn } from "./aws-types";
import { isRecord, unknown } from "./property-values";
import type { Properties, Value } from "./property-values";

/** Creates, reads, changes and deletes in an account as the AWS provider does, and refuses as AWS does. */
export class SimulatedAws {
    constructor(readonly account = new Account()) {}

    create(type: string, inputs: Properties): CloudResource {
        const { account } = this;
        const rules = rulesOf(type);
        const wanted = withoutMarks(inputs);
        account.requireReferences(wanted);
        const id = rules.id?.(wanted, account) ?? account.issue(rules.prefix ?? shortName(type));
        const answered = rules.create?.(account, wanted, id) ?? {};
        const properties = { ...this.filled(type, id, wanted), ...wanted, ...answered, id };
        return account.put({ type, id, properties });
    }

    /** What is known of it before it exists: what was asked for. All that AWS fills in is unknown. */
    preview(type: string, inputs: Properties): Properties {
        const pending = Object.fromEntries(filledIn(type).map((name) => [name, unknown]));
        return { ...pending, ...withoutMarks(inputs), ...knownTags(type, inputs), id: unknown };
    }

    update(type: string, id: string, inputs: Properties): Properties {
        const { account } = this;
        const resource = account.need(type, id);
        const wanted = withoutMarks(inputs);
        account.requireReferences(wanted);
        const answered = rulesOf(type).update?.(account, resource, wanted) ?? {};
        resource.properties = { ...this.kept(type, resource.properties), ...wanted, ...answered };
        return resource.properties;
    }

    /** As `update`, before it is made: what AWS filled in stays known, except what the change unsettles. */
    previewUpdate(type: string, olds: Properties, oldInputs: Properties, news: Properties): Properties {
        const unsettled = rulesOf(type).unsettles?.(oldInputs, news) ?? [];
        return {
            ...this.kept(type, olds),
            ...withoutMarks(news),
            ...knownTags(type, news),
            ...Object.fromEntries(unsettled.map((name) => [name, unknown])),
        };
    }

    delete(type: string, id: string): void {
        const resource = this.account.find(type, id);
        if (resource !== undefined) {
            rulesOf(type).remove?.(this.account, resource);
            this.account.remove(resource);
        }
    }

    read(type: string, id: string): Properties | undefined {
        return this.account.find(type, id)?.properties;
    }

    /** The inputs that would make what is there: those the program gave, or all that differ from the defaults. */
    inputsOf(type: string, properties: Properties, given: Properties): Properties {
        const facts = factsOf(type).inputs;
        const imported = Object.keys(given).length === 0;
        const names = Object.keys(properties).filter((name) => {
            const fact = facts[name];
            const differs = fact !== undefined && properties[name] !== (fact.default ?? empty(fact.type));
            return name in given || (differs && (imported || !fact.computed));
        });
        return {
            ...Object.fromEntries(names.map((name) => [name, properties[name]!])),
            ...Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith("__"))),
        };
    }

    /** What AWS filled in and a change of the inputs leaves alone. */
    private kept(type: string, properties: Properties): Properties {
        const own = [...filledIn(type), "id"];
        return Object.fromEntries(Object.entries(properties).filter(([name]) => own.includes(name)));
    }

    private filled(type: string, id: string, inputs: Properties): Properties {
        const { account } = this;
        const facts = factsOf(type);
        const always: Properties = {
            arn: account.arn(type.split(/[:/]/)[1]!, `${shortName(type)}/${id}`),
            ownerId: account.number,
            region: account.region,
            tagsAll: isRecord(inputs["tags"]) ? inputs["tags"] : {},
        };
        const own = filledIn(type).map((name): [string, Value] => {
            const input = facts.inputs[name];
            return [name, always[name] ?? (input === undefined ? `${name} of ${id}` : empty(input.type))];
        });
        return Object.fromEntries(own);
    }
}

export { AwsError };

/** Tags are known in preview whatever else is not. */
const knownTags = (type: string, inputs: Properties): Properties =>
    factsOf(type).outputs?.includes("tagsAll") ? { tagsAll: inputs["tags"] ?? {} } : {};

const shortName = (type: string): string => type.split(":").pop()!.toLowerCase();

function empty(kind: string): Value {
    switch (kind) {
        case "bool":
            return false;
        case "int":
        case "float":
            return 0;
        case "list":
        case "set":
            return [];
        case "string":
            return "";
        default:
            return {};
    }
}

/** The bridge marks which values are defaults (`__defaults`); AWS never sees that. */
export function withoutMarks(properties: Properties): Properties {
    const strip = (value: Value): Value =>
        Array.isArray(value) ? value.map(strip) : isRecord(value) ? withoutMarks(value) : value;
    return Object.fromEntries(
        Object.entries(properties)
            .filter(([name]) => !name.startsWith("__"))
            .map(([name, value]) => [name, strip(value)]),
    );
}
