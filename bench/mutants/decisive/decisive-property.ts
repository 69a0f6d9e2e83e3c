import type { Value } from "../plan";

/** A property that decides whether a resource is secure, and the values that make it insecure. */
export interface DecisiveProperty {
    readonly type: string;
    /** A dotted path inside the resource's inputs. */
    readonly property: string;
    /** Any of the policies whose business it is. */
    readonly policies: readonly string[];
    /** Insecure values; undefined means that the property is not set at all. */
    readonly insecure: readonly Value[];
    /** How the resources it decides on are called; all of the type where there is none. */
    readonly named?: RegExp;
}

export const absent = undefined;

/** Properties of one type that one policy decides by. */
export const decisive = (
    policy: string | readonly string[],
    type: string,
    properties: { readonly [property: string]: readonly Value[] },
    named?: RegExp,
): readonly DecisiveProperty[] =>
    Object.entries(properties).map(([property, insecure]) => ({
        type,
        property,
        policies: [policy].flat(),
        insecure,
        ...(named === undefined ? {} : { named }),
    }));
