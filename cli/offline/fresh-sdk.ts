import { Resource } from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK keeps of a run, as far as it is touched here; its types hide all of it. */
interface SdkStore {
    readonly settings: { readonly options: { rootDirectory?: string } };
    resourcePackages: unknown;
    resourceModules: unknown;
}

const sdk = state as unknown as { readonly LocalStore: new () => SdkStore; getGlobalStore(): SdkStore };

const traced = Resource as unknown as { callsites(): readonly object[] };

/**
 * Gives a run an SDK that has seen nothing yet but the packages that are loaded, and puts the former
 * state back afterwards. The SDK's own way, an AsyncLocalStorage, makes every promise of a run slower.
 *
 * Stack traces cost a third of a run, as the SDK takes several for each registration and nobody sees
 * them here; they are left out.
 */
export async function withFreshSdk<Result>(
    rootDirectory: string,
    run: () => Promise<Result>,
): Promise<Result> {
    const { callsites } = traced;
    const { stackTraceLimit } = Error;
    const globals = globalThis as unknown as { globalStore: SdkStore };
    const former = sdk.getGlobalStore();
    const { resourcePackages, resourceModules } = former;
    try {
        globals.globalStore = Object.assign(new sdk.LocalStore(), { resourcePackages, resourceModules });
        globals.globalStore.settings.options.rootDirectory = rootDirectory;
        traced.callsites = () => [];
        Error.stackTraceLimit = 0;
        return await run();
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
        traced.callsites = callsites;
        globals.globalStore = former;
    }
}
