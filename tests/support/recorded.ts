import * as pulumi from "@pulumi/pulumi";

/** One resource that a program registered under mocks. */
export interface RecordedResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: { readonly [property: string]: unknown };
    readonly custom: boolean;
}

export interface RecordOptions {
    /** Whether ids and outputs stay unknown, as on a first preview. Defaults to true. */
    readonly preview?: boolean;
    readonly config?: { readonly [key: string]: string };
    /** Outputs that AWS would fill in, by type; for runs that are no preview. */
    readonly outputs?: { readonly [type: string]: { readonly [property: string]: unknown } };
}

export interface Recording<Result> {
    readonly result: Result;
    readonly resources: readonly RecordedResource[];
}

/**
 * Runs a program against Pulumi's mocks and records what it registers, in order. Throws for two
 * resources of one type and name, which Pulumi's own mocks let pass and its engine refuses.
 */
export async function record<Result>(
    program: () => Result | Promise<Result>,
    { preview = true, config = {}, outputs = {} }: RecordOptions = {},
): Promise<Recording<Result>> {
    const resources: RecordedResource[] = [];
    const twice: string[] = [];
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs, custom = false }) => {
                if (resources.some((other) => other.type === type && other.name === name)) {
                    twice.push(`${type} ${name}`);
                }
                resources.push({ type, name, inputs: inputs as RecordedResource["inputs"], custom });
                return {
                    id: preview || !custom ? undefined : `${name}-id`,
                    state: { ...(inputs as object), ...(preview ? {} : outputs[type]) },
                };
            },
            call: ({ token }) => {
                throw new Error(`the program invokes ${token}; a preview must need no invoke`);
            },
        },
        "palisade",
        "test",
        preview,
    );
    pulumi.runtime.setAllConfig({ ...config });
    const result = await program();
    await pulumi.runtime.disconnect();
    if (twice.length > 0) {
        throw new Error(`registered twice: ${twice.join(", ")}`);
    }
    return { result, resources };
}

/** The names of a recording's resources of one type, in order of registration. */
export const namesOf = (resources: readonly RecordedResource[], type: string): string[] =>
    resources.filter((resource) => resource.type === type).map((resource) => resource.name);

/** The inputs of the one resource of a type and name. */
export function inputsOf(
    resources: readonly RecordedResource[],
    type: string,
    name: string,
): RecordedResource["inputs"] {
    const found = resources.find((resource) => resource.type === type && resource.name === name);
    if (found === undefined) {
        throw new Error(`no ${type} called ${name}; there are ${namesOf(resources, type).join(", ")}`);
    }
    return found.inputs;
}
