import type { Properties, Reader } from "./reader";

/** How a type of @pulumi/aws is written in a template. */
export interface Conversion {
    readonly type: string;
    properties(resource: Reader): Properties;
}

export type Conversions = { readonly [token: string]: Conversion };
