import type { ResourceRecord } from "../../analysis/model/resource-record";
import { isUnknown } from "../../analysis/model/resource-record";
import { statements, type Statement } from "../policy-statements";
import { blocks, valueAt, type Reading, type Source } from "../reading";
import { undecidable, type Faults, type Place } from "../fault";

export const roleType = "aws:iam/role:Role";
export const policyType = "aws:iam/policy:Policy";

/** Where identities get permissions from a document, by type. */
const documentProperties: { readonly [type: string]: string } = {
    [policyType]: "policy",
    "aws:iam/rolePolicy:RolePolicy": "policy",
    "aws:iam/userPolicy:UserPolicy": "policy",
    "aws:iam/groupPolicy:GroupPolicy": "policy",
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
};

export const documentTypes = [...Object.keys(documentProperties), roleType];

/** Where identities get permissions by the ARN of a policy, by type. */
const attachmentProperties: { readonly [type: string]: string } = {
    "aws:iam/policyAttachment:PolicyAttachment": "policyArn",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "policyArn",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "policyArns",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": "policyArns",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": "managedPolicyArn",
    [roleType]: "managedPolicyArns",
};

export const attachmentTypes = Object.keys(attachmentProperties);

/** The statements of every document by which the resource gives an identity permissions. */
export function documentsOf(record: ResourceRecord): readonly Reading<readonly Statement[]>[] {
    const property = documentProperties[record.type];
    if (property !== undefined) {
        return [statements(record, property)];
    }
    const inline = blocks(record, "inlinePolicies");
    return inline.known ? inline.value.map((policy) => statements(policy, "policy")) : [inline];
}

/** Judges each statement that allows something, wherever it is written. */
export const perAllowance = (
    record: ResourceRecord,
    judge: (statement: Statement, place: Place) => Faults,
): Faults =>
    documentsOf(record).flatMap((document) =>
        document.known
            ? document.value
                  .filter(({ effect }) => effect === "Allow")
                  .flatMap((statement) => judge(statement, document.place))
            : [undecidable(document.undecided, "what it allows cannot be told")],
    );

/** A policy that is given by its ARN. */
export interface Attached {
    readonly arn: string;
    readonly place: Place;
}

/**
 * The ARNs of policies that the resource attaches. What is not known yet is a policy of the program's
 * own making, judged where it is written: those of AWS have fixed names.
 */
export function attachedArns(record: ResourceRecord): readonly Attached[] {
    const property = attachmentProperties[record.type];
    return property === undefined ? [] : arnsAt(record, property);
}

function arnsAt(source: Source, property: string): readonly Attached[] {
    const value = valueAt(source, property);
    const items = Array.isArray(value) ? value.map((_, i) => `${property}[${i}]`) : [property];
    return items.flatMap((path) => {
        const arn = valueAt(source, path);
        return typeof arn === "string" && !isUnknown(arn)
            ? [{ arn, place: { urn: source.urn, property: path } }]
            : [];
    });
}
