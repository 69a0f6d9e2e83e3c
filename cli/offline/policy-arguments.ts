import type {
    PolicyProviderResource,
    PolicyResource,
    PolicyResourceOptions,
    ResourceValidationArgs,
} from "@pulumi/policy";
import * as proxy from "@pulumi/policy/proxy";
import { runtime } from "@pulumi/pulumi";
import type { RecordedRegistration } from "./recorded-registration";
import { isSecret, signatureOf, unknownText, unwrapSecret } from "./wire-values";

/** What the SDK keeps in this module and leaves out of its types. */
interface SdkProxy {
    unknownCheckingProxy<Properties extends object>(properties: Properties): Properties;
    readonly UnknownValueError: new () => Error;
}

const { unknownCheckingProxy, UnknownValueError } = proxy as unknown as SdkProxy;

/** Whether a policy failed because it touched a value that a preview does not know. */
export const touchedUnknown = (error: unknown): error is Error => error instanceof UnknownValueError;

type ResourceArguments = Omit<ResourceValidationArgs, "getConfig" | "notApplicable" | "stackTags">;

/** What a resource policy is given: the inputs, before anything is made. */
export function resourceArguments(
    registration: RecordedRegistration,
    providerOf: (registration: RecordedRegistration) => RecordedRegistration | undefined,
): ResourceArguments {
    return { ...describe(registration, registration.inputs, providerOf), opts: policyOptions(registration) };
}

/** What stack policies are given: everything as it would be after the update, joined by dependencies. */
export function stackResources(
    registrations: readonly RecordedRegistration[],
    providerOf: (registration: RecordedRegistration) => RecordedRegistration | undefined,
): PolicyResource[] {
    const byUrn = new Map<string, PolicyResource>();
    for (const registration of registrations) {
        const id = registration.custom ? { id: registration.id ?? unknownText } : {};
        byUrn.set(registration.urn, {
            ...describe(registration, { ...registration.outputs, ...id }, providerOf),
            opts: policyOptions(registration),
            dependencies: [],
            propertyDependencies: {},
        } as PolicyResource);
    }
    const resourcesOf = (urns: readonly string[]): PolicyResource[] =>
        urns.map((urn) => byUrn.get(urn)).filter((resource) => resource !== undefined);
    for (const registration of registrations) {
        const resource = byUrn.get(registration.urn)!;
        const parent = registration.parent === undefined ? undefined : byUrn.get(registration.parent);
        Object.assign(resource, parent === undefined ? {} : { parent });
        resource.dependencies = resourcesOf(registration.dependencies);
        for (const [property, urns] of Object.entries(registration.propertyDependencies)) {
            resource.propertyDependencies[property] = resourcesOf(urns);
        }
    }
    return [...byUrn.values()];
}

interface ResourceClass {
    readonly __pulumiType?: string;
    isInstance?(candidate: unknown): boolean;
}

function describe(
    registration: RecordedRegistration,
    properties: { readonly [property: string]: unknown },
    providerOf: (registration: RecordedRegistration) => RecordedRegistration | undefined,
): Omit<ResourceArguments, "opts"> {
    const { type, urn, name } = registration;
    const props = guarded(properties);
    const isType = (resourceClass: object): boolean => isTypeOf(type, resourceClass);
    const provider = providerOf(registration);
    return {
        type,
        urn,
        name,
        props,
        isType,
        asType: ((resourceClass: object) =>
            isType(resourceClass) ? props : undefined) as ResourceArguments["asType"],
        ...(provider === undefined ? {} : { provider: providerArguments(provider) }),
    };
}

/** Generated classes say their type; others are asked about an object of that type. */
function isTypeOf(type: string, resourceClass: ResourceClass): boolean {
    const { __pulumiType: own } = resourceClass;
    return own === undefined ? resourceClass.isInstance?.({ __pulumiType: type }) === true : own === type;
}

const providerArguments = ({ type, urn, name, inputs }: RecordedRegistration): PolicyProviderResource => ({
    type,
    urn,
    name,
    props: guarded(inputs),
});

function policyOptions({ options, parent }: RecordedRegistration): PolicyResourceOptions {
    const { create, update, delete: deletion } = options.customTimeouts ?? {};
    return {
        protect: options.protect ?? false,
        ignoreChanges: [...(options.ignoreChanges ?? [])],
        aliases: (options.aliases ?? []).filter((alias) => typeof alias === "string"),
        additionalSecretOutputs: [...(options.additionalSecretOutputs ?? [])],
        customTimeouts: {
            createSeconds: secondsOf(create),
            updateSeconds: secondsOf(update),
            deleteSeconds: secondsOf(deletion),
        },
        ...(options.deleteBeforeReplace === undefined
            ? {}
            : { deleteBeforeReplace: options.deleteBeforeReplace }),
        ...(parent === undefined ? {} : { parent }),
    };
}

const unitSeconds: { readonly [unit: string]: number } = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Go's way of writing a duration, `1h30m`, in seconds. */
const secondsOf = (duration = ""): number =>
    [...duration.matchAll(/([\d.]+)(ms|h|m|s)/g)].reduce(
        (seconds, [, amount, unit]) => seconds + Number(amount) * (unitSeconds[unit!] ?? 0),
        0,
    );

const guarded = (properties: { readonly [property: string]: unknown }): Record<string, unknown> =>
    unknownCheckingProxy(plain(properties) as Record<string, unknown>);

/** Properties as the engine hands them to a policy: secrets bare, a resource as its id. */
function plain(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (isSecret(value)) {
        return plain(unwrapSecret(value));
    }
    if (signatureOf(value) === runtime.specialResourceSig) {
        return (value as { readonly id?: string }).id || unknownText;
    }
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, plain(element)]));
}
