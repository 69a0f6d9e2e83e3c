import { expect } from "chai";
import type { RecordedResource } from "./recorded";

/** A statement of a recorded policy, parsed. */
export interface Statement {
    readonly Sid: string;
    readonly Effect: string;
    readonly Principal?: unknown;
    readonly Action?: unknown;
    readonly Resource?: unknown;
    readonly Condition?: { readonly [operator: string]: { readonly [key: string]: unknown } };
}

/** The statements of a policy document. Fails where it is not known or not of AWS's current version. */
export function statementsOf(document: unknown): Statement[] {
    expect(document, "the policy must be known on the first preview").to.be.a("string");
    const parsed = JSON.parse(document as string) as { Version: string; Statement: Statement[] };
    expect(parsed.Version).to.equal("2012-10-17");
    return parsed.Statement;
}

export function statement(document: unknown, sid: string): Statement {
    const found = statementsOf(document).find((candidate) => candidate.Sid === sid);
    expect(found, `no statement ${sid}`).to.not.equal(undefined);
    return found!;
}

/** What a program registered, as `type name` lines without the root component's own. */
export const registered = (resources: readonly RecordedResource[]): string[] =>
    resources.map(({ type, name }) => `${type.replace(/^aws:([^/]+)\/[^:]+:/, "aws.$1.")} ${name}`).sort();
