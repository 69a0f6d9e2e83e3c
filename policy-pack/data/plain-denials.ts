import type { Statement } from "../policy-statements";

/**
 * Tells statements that turn everybody away from a bucket's objects who does not come by TLS. A bucket
 * whose name nobody knows yet is taken for any that a statement names.
 */
export const deniesPlainTo =
    (bucket: string | undefined) =>
    ({ effect, principals, actions, resources, condition }: Statement): boolean =>
        effect === "Deny" &&
        principals.includes("*") &&
        actions.some((action) => ["*", "s3:*"].includes(action.toLowerCase())) &&
        resources.some((resource) => takesInObjects(resource, bucket)) &&
        isAboutPlain(condition);

/** Whether a resource of a statement is every object of the bucket. */
function takesInObjects(resource: string, bucket: string | undefined): boolean {
    if (resource === "*" || resource === "(computed)") {
        return true;
    }
    const named = /^arn:[^:]*:s3:::([^/]*?)(\/?\*+)$/.exec(resource);
    const [, name = "", end = ""] = named ?? [];
    return (
        named !== null &&
        (bucket === undefined || (end.startsWith("/") ? bucket === name : bucket.startsWith(name)))
    );
}

function isAboutPlain(condition: Statement["condition"]): boolean {
    return Object.entries(condition).some(
        ([operator, keys]) =>
            /^Bool(IfExists)?$/i.test(operator) &&
            Object.entries((keys ?? {}) as object).some(
                ([key, value]) =>
                    key.toLowerCase() === "aws:securetransport" &&
                    [value].flat().map(String).includes("false"),
            ),
    );
}
