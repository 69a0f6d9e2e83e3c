import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { isSecret, unknownText, unwrapSecret } from "../../../cli/offline/wire-values";
import type { Plan } from "../plan";
import { maps, terraformProperty, terraformType } from "./terraform-types";

interface TerraformResource {
    readonly address: string;
    readonly mode: "managed";
    readonly type: string;
    readonly name: string;
    readonly values: object;
}

/**
 * The plan as `terraform show -json` would print that of an equal configuration: what is known under
 * `planned_values`, what refers to other resources under `configuration`.
 */
export function terraformPlan({ registrations }: Plan): object {
    const addresses = new Map(
        registrations.flatMap(({ urn, type, name }): [string, string][] => {
            const terraform = terraformType(type);
            return terraform === undefined ? [] : [[urn, `${terraform}.${nameOf(name)}`]];
        }),
    );
    const converted = registrations
        .filter(({ urn }) => addresses.has(urn))
        .map((registration) => resourceOf(registration, addresses));
    return {
        format_version: "1.2",
        terraform_version: "1.9.0",
        planned_values: { root_module: { resources: converted.map(({ resource }) => resource) } },
        resource_changes: converted.map(({ resource: { values, ...resource }, unknown }) => ({
            ...resource,
            provider_name: "registry.terraform.io/hashicorp/aws",
            change: {
                actions: ["create"],
                before: null,
                after: values,
                after_unknown: { ...unknown, id: true },
            },
        })),
        configuration: {
            root_module: {
                resources: converted.map(({ resource: { address, mode, type, name }, expressions }) => ({
                    address,
                    mode,
                    type,
                    name,
                    expressions,
                })),
            },
        },
    };
}

const nameOf = (name: string): string => name.replace(/[^\w-]/g, "_");

function resourceOf(registration: RecordedRegistration, addresses: ReadonlyMap<string, string>) {
    const address = addresses.get(registration.urn)!;
    const type = address.slice(0, address.indexOf("."));
    const values: { [property: string]: unknown } = {};
    const unknown: { [property: string]: unknown } = {};
    const expressions: { [property: string]: unknown } = {};
    for (const [property, given] of Object.entries(registration.inputs)) {
        const name = terraformProperty(type, property);
        const sources = registration.propertyDependencies[property] ?? [];
        const references = sources.flatMap((urn) => {
            const target = addresses.get(urn);
            return target === undefined ? [] : [`${target}.${outputFor(name)}`, target];
        });
        const value = converted(type, name, given);
        if (value === undefined) {
            unknown[name] = true;
        } else {
            values[name] = value;
        }
        expressions[name] =
            references.length > 0 ? expressionOf(type, given, references) : { constant_value: value ?? null };
    }
    const resource: TerraformResource = {
        address,
        mode: "managed",
        type,
        name: address.slice(address.indexOf(".") + 1),
        values,
    };
    return { resource, unknown, expressions };
}

const outputFor = (property: string): string => (/arn/.test(property) ? "arn" : "id");

/** Where references stand inside a block, at each place that is unknown. */
function expressionOf(type: string, given: unknown, references: readonly string[]): unknown {
    const value = unwrapSecret(given);
    if (isBlock(value)) {
        return [
            Object.fromEntries(
                Object.entries(value).map(([key, inner]) => [
                    terraformProperty(type, key),
                    hasUnknown(inner) ? expressionOf(type, inner, references) : { constant_value: inner },
                ]),
            ),
        ];
    }
    return Array.isArray(value) && value.some(isBlock)
        ? value.flatMap((item) => expressionOf(type, item, references))
        : { references };
}

/** Undefined where it is not known. */
function converted(type: string, property: string, given: unknown): unknown {
    const value = isSecret(given) ? unwrapSecret(given) : given;
    if (value === unknownText) {
        return undefined;
    }
    if (Array.isArray(value)) {
        const items = value.map((item) =>
            isBlock(item) ? blockOf(type, item) : converted(type, property, item),
        );
        return items.includes(undefined) ? undefined : items;
    }
    if (!isBlock(value)) {
        return value;
    }
    return maps.has(property) ? value : [blockOf(type, value)];
}

const blockOf = (type: string, block: object): object =>
    Object.fromEntries(
        Object.entries(block).flatMap(([key, inner]) => {
            const name = terraformProperty(type, key);
            const value = converted(type, name, inner);
            return value === undefined ? [] : [[name, value]];
        }),
    );

const isBlock = (value: unknown): value is object =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const hasUnknown = (value: unknown): boolean =>
    value === unknownText ||
    (typeof value === "object" && value !== null && Object.values(value).some(hasUnknown));
