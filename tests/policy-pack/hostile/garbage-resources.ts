import { rules } from "../../../policy-pack/rules";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import type { Random } from "../../support/simulator/generator/random";
import { specimensOf } from "../support/catalogue";
import { planned, type Form, type PlannedResource } from "../support/plan";
import { damaged, garbageValue } from "./garbage-values";
import { judgedTypes } from "./judged-types";

/** Resources of all specimens of all policies, in both forms, by type: what is damaged. */
export async function corpus(): Promise<ReadonlyMap<string, readonly PlannedResource[]>> {
    const byType = new Map<string, PlannedResource[]>(judgedTypes().map((type) => [type, []]));
    for (const rule of rules) {
        const found = await specimensOf(rule);
        const programs = Object.values({ ...found?.compliant, ...found?.violating });
        for (const program of programs.map((one) => ("resources" in one ? one.resources : one))) {
            for (const form of ["known", "unknown"] as const) {
                for (const resource of planned(program, form)) {
                    const known = byType.get(resource.type) ?? [];
                    byType.set(resource.type, known);
                    if (known.length < 40) {
                        known.push(resource);
                    }
                }
            }
        }
    }
    return byType;
}

/** Garbage of one type: a specimen's resource, damaged up to five times, or nothing but garbage. */
export function garbageOf(
    type: string,
    specimens: ReadonlyMap<string, readonly PlannedResource[]>,
    others: readonly string[],
    form: Form,
    random: Random,
    position: number,
): RecordedRegistration {
    const own = specimens.get(type) ?? [];
    const like = own.length > 0 ? own : [...specimens.values()].flat().slice(0, 200);
    const { inputs: sound, propertyDependencies } = random.pick(like);
    let inputs: unknown = sound;
    for (let blows = random.between(0, 5); blows > 0; blows -= 1) {
        inputs = damaged(inputs, random);
    }
    const properties = isPlain(inputs) ? inputs : { value: garbageValue(random) };
    const urn = garbageUrn(type, random, position);
    const named = (): string => (random.chance(0.3) ? urn : random.pick(others));
    const parent = random.chance(0.3) ? named() : undefined;
    return {
        urn,
        type,
        name: random.chance(0.1) ? "" : `garbage-${position}`,
        custom: !type.startsWith("palisade:"),
        remote: false,
        options: {},
        inputs: properties,
        outputs: random.chance(0.8) ? properties : asProperties(damaged(properties, random)),
        ...(form === "known" && random.chance(0.9)
            ? { id: random.pick(["", "sg-1", "vpc-1", `id-${position}`]) }
            : {}),
        dependencies: random.times(0, 2, named),
        propertyDependencies: Object.fromEntries(
            [...Object.keys(propertyDependencies), ...Object.keys(properties)]
                .filter(() => random.chance(0.5))
                .map((property) => [property, random.times(0, 3, named)]),
        ),
        ...(parent === undefined ? {} : { parent }),
    };
}

const isPlain = (value: unknown): value is { readonly [property: string]: unknown } =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const asProperties = (value: unknown): { readonly [property: string]: unknown } =>
    isPlain(value) ? value : {};

/** URNs as the engine writes them, and some that it never would; each only once. */
const garbageUrn = (type: string, random: Random, position: number): string =>
    random.pick([
        `urn:pulumi:test::palisade::${type}::garbage-${position}`,
        `urn:pulumi:test::palisade::palisade:index:Network$${type}::garbage-${position}`,
        `urn:pulumi:test::palisade::${type}::garbage::${position}::`,
        `${type}#${position}`,
        `urn:pulumi:::::::${position}`,
        `urn:pulumi:test::palisade::${type}::${"x".repeat(3_000)}${position}`,
        `urn:pulumi:test::palisade::${type}::gärbage 🗑 ${position}`,
    ]);
