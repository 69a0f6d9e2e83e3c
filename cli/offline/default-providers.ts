import type { RecordedRegistration } from "./recorded-registration";
import { packageOf, resourceUrn } from "./urn";
import { unknownText } from "./wire-values";

/** A stack's configuration as the engine hands it on: whole keys (`aws:region`), values as text. */
export type StackConfig = { readonly [key: string]: string };

/** Packages that the engine provides by itself. */
const builtIn: ReadonlySet<string> = new Set(["pulumi"]);

/**
 * The provider that the engine makes for a resource that names none: one for each package and
 * version, configured by the stack's settings for that package. None for the engine's own types.
 */
export function defaultProviderOf(
    type: string,
    version: string,
    location: { readonly project: string; readonly stack: string; readonly config: StackConfig },
): RecordedRegistration | undefined {
    const packageName = packageOf(type);
    if (builtIn.has(packageName)) {
        return undefined;
    }
    const providerType = `pulumi:providers:${packageName}`;
    const name = version === "" ? "default" : `default_${version.replace(/[^A-Za-z0-9]/g, "_")}`;
    return {
        urn: resourceUrn(location.project, location.stack, undefined, providerType, name),
        type: providerType,
        name,
        custom: true,
        remote: false,
        implicit: true,
        inputs: { ...providerConfig(packageName, location.config), ...(version === "" ? {} : { version }) },
        outputs: {},
        dependencies: [],
        propertyDependencies: {},
        options: {},
    };
}

/** How a resource names its provider: the provider's URN and its id, unknown in a preview. */
export const providerReference = (provider: RecordedRegistration): string =>
    `${provider.urn}::${unknownText}`;

/** The URN of the provider that a resource names. */
export const providerUrnOf = ({ provider = "" }: Pick<RecordedRegistration, "provider">): string =>
    provider.split("::").slice(0, -1).join("::");

/** The tags that a provider puts on every resource that takes tags. */
export function defaultTagsOf(provider: RecordedRegistration | undefined): {
    readonly [tag: string]: string;
} {
    const stated = provider?.inputs.defaultTags;
    const defaultTags: unknown =
        typeof stated === "string" && stated.startsWith("{") ? JSON.parse(stated) : stated;
    const tags = (defaultTags as { readonly tags?: unknown } | undefined)?.tags;
    return typeof tags === "object" && tags !== null ? (tags as { readonly [tag: string]: string }) : {};
}

const providerConfig = (packageName: string, config: StackConfig): { readonly [key: string]: string } =>
    Object.fromEntries(
        Object.entries(config)
            .filter(([key]) => key.startsWith(`${packageName}:`))
            .map(([key, value]) => [key.slice(packageName.length + 1), value]),
    );
