import { roleType } from "../../access/identity-policies";
import { accountOf, hasProof, isWholeAccount, namesSubject } from "../../access/trust";
import { undecidable, violates, type Faults } from "../../fault";
import { statements, type Statement } from "../../policy-statements";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

export const iamTrustScoped = rule(
    {
        id: "iam-trust-scoped",
        title: "Roles are taken only by those they are meant for",
        severity: "critical",
        checklist: ["access-4", "access-5"],
        why: "A role that anybody, or anybody of another account, may take is an open door with its permissions.",
        fix: "Name the service or the role that takes it; demand an external id, organization or MFA of others.",
        docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
        config: {
            ownAccounts: textList("Accounts whose roles may come without further proof; none: all roles", []),
        },
    },
    perResource([roleType], (role, { ownAccounts }): Faults => {
        const trust = statements(role, "assumeRolePolicy");
        return trust.known
            ? trust.value
                  .filter(({ effect }) => effect === "Allow")
                  .flatMap((statement) => trustProblems(statement, ownAccounts))
                  .map((problem) => violates(trust.place, problem))
            : [undecidable(trust.undecided, "who may take the role cannot be told")];
    }),
);

function trustProblems(statement: Statement, ownAccounts: readonly string[]): readonly string[] {
    if (statement.hasNotPrincipal) {
        return ["trusts everybody but those named (NotPrincipal)"];
    }
    return statement.principals.flatMap((principal) => {
        if (principal.includes("*") && !principal.startsWith("Service:")) {
            return ["trusts everybody (*)"];
        }
        if (principal.startsWith("Federated:")) {
            const isSaml = statement.actions.includes("sts:AssumeRoleWithSAML");
            const why = `takes anybody's word whom ${principal.slice("Federated:".length)} knows`;
            return isSaml || namesSubject(statement) ? [] : [why];
        }
        const account = accountOf(principal);
        const isForeign = ownAccounts.length > 0 && account !== undefined && !ownAccounts.includes(account);
        return (isWholeAccount(principal) || isForeign) && !hasProof(statement)
            ? [`trusts ${principal.slice("AWS:".length)} without an external id, organization or MFA`]
            : [];
    });
}
