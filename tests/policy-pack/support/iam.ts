import { resource, type SpecimenResource, type SpecimenValue } from "./specimen";

type Statement = { readonly [part: string]: SpecimenValue };

export const document = (...statements: readonly Statement[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const allow = (
    action: string | readonly string[],
    on: string | readonly string[],
    more: Statement = {},
): Statement => ({ Effect: "Allow", Action: action, Resource: on, ...more });

/** A policy of the program's own. */
export const managed = (...statements: readonly Statement[]): readonly SpecimenResource[] => [
    resource("aws:iam/policy:Policy", "own", { policy: document(...statements) }),
];

/** A role and who may take it. */
export const trusted = (...statements: readonly Statement[]): readonly SpecimenResource[] => [
    resource("aws:iam/role:Role", "worker", { assumeRolePolicy: document(...statements) }),
];

const ec2 = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };

/** A role for hosts. */
export const role = (inputs: SpecimenResource["inputs"] = {}, name = "worker"): SpecimenResource =>
    resource("aws:iam/role:Role", name, { assumeRolePolicy: document(ec2), ...inputs });
