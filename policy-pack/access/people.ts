import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import type { Statement } from "../policy-statements";
import { text } from "../reading";
import type { Stack } from "../stack";
import { documentsOf, policyType } from "./identity-policies";

export const groupType = "aws:iam/group:Group";
export const userType = "aws:iam/user:User";

/** The statements that members of a group get from this stack. */
export function groupStatements(
    stack: Stack,
    group: ResourceRecord,
): { readonly statements: readonly Statement[]; readonly undecided: readonly Undecided[] } {
    const attachments = [
        ...stack.referrers(group, "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "group"),
        ...stack.referrers(group, "aws:iam/policyAttachment:PolicyAttachment", "groups"),
    ];
    const attached = attachments.map((one) => stack.references(one, "policyArn", policyType));
    const holders = [
        ...stack.referrers(group, "aws:iam/groupPolicy:GroupPolicy", "group"),
        ...attached.flatMap((found) => (found.known ? found.value : [])),
    ];
    const documents = holders.flatMap(documentsOf);
    return {
        statements: documents.flatMap((document) => (document.known ? document.value : [])),
        undecided: documents.flatMap((document) => (document.known ? [] : [document.undecided])),
    };
}

/** The groups of this stack that a user of this name, or this resource, is made a member of. */
export function groupsOfUser(stack: Stack, profile: ResourceRecord): readonly ResourceRecord[] {
    const users = stack.references(profile, "user", userType);
    const name = text(profile, "user");
    const isUser = (record: ResourceRecord, property: string): boolean => {
        const found = stack.references(record, property, userType);
        const sameUser = found.known && users.known && found.value.some((user) => users.value.includes(user));
        const value = record.properties[property];
        return sameUser || (name.known && name.value !== undefined && [value].flat().includes(name.value));
    };
    const groupsOf = (type: string, user: string, group: string): readonly ResourceRecord[] =>
        stack
            .ofType(type)
            .filter((record) => isUser(record, user))
            .flatMap((record) => {
                const found = stack.references(record, group, groupType);
                return found.known ? found.value : [];
            });
    return [
        ...groupsOf("aws:iam/userGroupMembership:UserGroupMembership", "user", "groups"),
        ...groupsOf("aws:iam/groupMembership:GroupMembership", "users", "group"),
    ];
}
