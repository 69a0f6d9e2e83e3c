import type { core } from "zod";

/** The part of a schema that a path inside its value leads to; undefined where there is none. */
export function schemaAt(schema: core.$ZodType, path: readonly PropertyKey[]): core.$ZodType | undefined {
    const [step, ...rest] = path;
    const { def } = unwrapped(schema)._zod as { def: core.$ZodTypeDef };
    if (step === undefined) {
        return schema;
    }
    const inner = isObject(def)
        ? def.shape[String(step)]
        : isRecord(def)
          ? def.valueType
          : isArray(def)
            ? def.element
            : undefined;
    return inner && schemaAt(inner, rest);
}

/** The keys that a schema's object has; none where it is no object. */
export function keysOf(schema: core.$ZodType | undefined): string[] {
    const def = schema && unwrapped(schema)._zod.def;
    return def !== undefined && isObject(def) ? Object.keys(def.shape) : [];
}

/** Looks through what makes a schema optional. */
function unwrapped(schema: core.$ZodType): core.$ZodType {
    const { def } = schema._zod;
    return def.type === "optional" || def.type === "default" || def.type === "prefault"
        ? unwrapped((def as core.$ZodOptionalDef).innerType)
        : schema;
}

const isObject = (def: core.$ZodTypeDef): def is core.$ZodObjectDef => def.type === "object";
const isRecord = (def: core.$ZodTypeDef): def is core.$ZodRecordDef => def.type === "record";
const isArray = (def: core.$ZodTypeDef): def is core.$ZodArrayDef => def.type === "array";
