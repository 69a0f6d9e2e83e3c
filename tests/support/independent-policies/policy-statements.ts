import type { SpecimenResource } from "../../policy-pack/support/specimen";
import { aws } from "./tokens";

export const document = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const allow = (actions: readonly string[], resources: readonly string[]): object => ({
    Effect: "Allow",
    Action: actions,
    Resource: resources,
});

export const onEverything = (...actions: readonly string[]): object => ({
    Effect: "Allow",
    Action: actions,
    Resource: "*",
});

export const deny = (action: string, principal?: string): object => ({
    Effect: "Deny",
    Action: action,
    ...(principal === undefined ? { Resource: "*" } : { Principal: principal }),
});

/** A statement of a trust policy. */
export const trusting = (principal: object | string, action = "sts:AssumeRole"): object => ({
    Effect: "Allow",
    Principal: principal,
    Action: action,
});

/** A policy of its own with these statements. */
export const policy = (...statements: readonly object[]): readonly SpecimenResource[] => [
    aws("iam:Policy")({ policy: document(...statements) }),
];

/** A role that holds them itself. */
export const inlinePolicy = (...statements: readonly object[]): readonly SpecimenResource[] => [
    aws("iam:Role")({
        assumeRolePolicy: document(trusting({ Service: "ec2.amazonaws.com" })),
        inlinePolicies: [{ name: "inline", policy: document(...statements) }],
    }),
];
