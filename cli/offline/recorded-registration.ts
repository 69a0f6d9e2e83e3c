import type { Registration } from "../../analysis/readers/registrations";

/** What a resource's options ask of the engine. Only what the program said is there. */
export interface RegistrationOptions {
    readonly protect?: boolean;
    readonly ignoreChanges?: readonly string[];
    readonly replaceOnChanges?: readonly string[];
    readonly deleteBeforeReplace?: boolean;
    readonly retainOnDelete?: boolean;
    readonly deletedWith?: string;
    readonly aliases?: readonly RegistrationAlias[];
    readonly additionalSecretOutputs?: readonly string[];
    readonly customTimeouts?: {
        readonly create?: string;
        readonly update?: string;
        readonly delete?: string;
    };
    readonly import?: string;
    readonly version?: string;
    /** Explicit providers of a component, by package. */
    readonly providers?: { readonly [packageName: string]: string };
}

/** Another name the resource went by: a whole URN, or the parts of it that differ. */
export type RegistrationAlias =
    | string
    | {
          readonly name?: string;
          readonly type?: string;
          readonly stack?: string;
          readonly project?: string;
          readonly parent?: string;
          readonly noParent?: boolean;
      };

/** One registration, whole, in the wire's own form: unknowns and secrets still marked as the SDK marks them. */
export interface RecordedRegistration extends Registration {
    /** A component whose children a plugin makes elsewhere (awsx): they cannot be seen offline. */
    readonly remote: boolean;
    readonly options: RegistrationOptions;
    readonly inputs: { readonly [property: string]: unknown };
    readonly outputs: { readonly [property: string]: unknown };
    readonly dependencies: readonly string[];
    readonly propertyDependencies: { readonly [property: string]: readonly string[] };
    /** Made by the engine and not by the program: a package's default provider. */
    readonly implicit?: boolean;
}
