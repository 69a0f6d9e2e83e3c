import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import type { Statement } from "../policy-statements";
import type { Stack } from "../stack";
import { attachedArns, documentsOf, policyType, roleType } from "./identity-policies";
import { takesIn } from "./wildcards";

/** What a role may do, as far as this stack says. */
export interface RoleGrants {
    /** ARNs of the attached policies that are written out. */
    readonly attached: readonly string[];
    /** The statements of its own documents, and of the stack's policies attached to it. */
    readonly statements: readonly Statement[];
    readonly undecided: readonly Undecided[];
}

const attachmentTypes = [
    { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", role: "role", policy: "policyArn" },
    { type: "aws:iam/policyAttachment:PolicyAttachment", role: "roles", policy: "policyArn" },
    {
        type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        role: "roleName",
        policy: "policyArns",
    },
] as const;

/** Reads a role with everything that gives it permissions. */
export function grantsOf(stack: Stack, role: ResourceRecord): RoleGrants {
    const attachments = attachmentTypes.flatMap(({ type, role: property, policy }) =>
        stack.referrers(role, type, property).map((record) => ({ record, policy })),
    );
    const own = attachments.map(({ record, policy }) => stack.references(record, policy, policyType));
    const holders = [
        role,
        ...stack.referrers(role, "aws:iam/rolePolicy:RolePolicy", "role"),
        ...own.flatMap((found) => (found.known ? found.value : [])),
    ];
    const documents = holders.flatMap(documentsOf);
    return {
        attached: [role, ...attachments.map(({ record }) => record)].flatMap((record) =>
            attachedArns(record).map(({ arn }) => arn),
        ),
        statements: documents.flatMap((document) => (document.known ? document.value : [])),
        undecided: [...own, ...documents].flatMap((reading) => (reading.known ? [] : [reading.undecided])),
    };
}

/** Whether a role may take all these actions on something. */
export const mayTake = ({ statements }: RoleGrants, actions: readonly string[]): boolean =>
    actions.every((action) =>
        statements.some(
            ({ effect, actions: allowed }) =>
                effect === "Allow" && allowed.some((pattern) => takesIn(pattern, action)),
        ),
    );

/** Whether one of these policies of AWS is attached, in whatever partition. */
export const isAttached = ({ attached }: RoleGrants, names: readonly string[]): boolean =>
    attached.some((arn) => names.some((name) => arn.endsWith(`policy/${name}`)));

const profileType = "aws:iam/instanceProfile:InstanceProfile";
const profileProperties = ["iamInstanceProfile", "iamInstanceProfile.arn", "iamInstanceProfile.name"];

/** The roles of this stack that a host gets, from the instance or the templates it is launched from. */
export function rolesOfHost(stack: Stack, sources: readonly ResourceRecord[]): readonly ResourceRecord[] {
    const named = sources.flatMap((source) =>
        profileProperties.map((property) => stack.references(source, property, profileType)),
    );
    const profiles = new Set(named.flatMap((reading) => (reading.known ? reading.value : [])));
    return [...profiles].flatMap((profile) => {
        const roles = stack.references(profile, "role", roleType);
        return roles.known ? roles.value : [];
    });
}
