import { violates } from "../../fault";
import { perResourceCalled, rule } from "../../rule";
import { textList } from "../../settings";

/** Types by which resources come about that no policy gets to see. */
const bypasses: readonly [RegExp, string][] = [
    [/^aws-native:/, "is of another provider, whose resources no policy of this pack reads"],
    [/^aws:cloudformation\//, "has CloudFormation create resources that no policy sees"],
    [/^aws:serverlessrepository\//, "has CloudFormation create resources that no policy sees"],
    [/^aws:servicecatalog\/provisionedProduct:/, "has Service Catalog create resources that no policy sees"],
    [/^aws:cloudcontrol\//, "writes a resource's properties as one text that no policy reads"],
    [/^pulumi-[a-z]+:dynamic[:/]/, "runs code of its own, which may create anything"],
    [/^command:/, "runs a command, which may create anything"],
];

const bypass = (type: string): string | undefined => bypasses.find(([pattern]) => pattern.test(type))?.[1];

export const policyBypass = rule(
    {
        id: "policy-bypass",
        title: "Nothing is created past the policies",
        severity: "high",
        checklist: ["compliance-1"],
        why: "A resource that comes about by another way is judged by no policy, whatever it opens.",
        fix: "Use the resource of `@pulumi/aws`, or name the type in `allowedTypes` once it was looked at.",
        docs: "https://www.pulumi.com/docs/iac/using-pulumi/crossguard/core-concepts/",
        config: {
            allowedTypes: textList("Type tokens that were looked at, or how they begin", []),
        },
    },
    perResourceCalled(
        (type) => bypass(type) !== undefined,
        (record, { allowedTypes }) =>
            allowedTypes.some((start) => record.type.startsWith(start))
                ? []
                : [violates(record, bypass(record.type) ?? "")],
    ),
);
