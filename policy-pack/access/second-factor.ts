import type { Statement } from "../policy-statements";
import { takesIn } from "./wildcards";

const factorKey = "aws:multifactorauthpresent";

/** Actions by which a person enters a host. */
const entering = [
    "ssm:StartSession",
    "ec2-instance-connect:OpenTunnel",
    "ec2-instance-connect:SendSSHPublicKey",
    "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
];

/** Whether the statement holds only for those who have shown a second factor. */
const isForFactor = (statement: Statement): boolean => conditionOf(statement, /^Bool$/i, "true");

/**
 * Whether the statement takes everything from those who have shown none. A plain `Bool` does not: it
 * lets requests by long-lived keys pass, which carry no such key at all.
 */
const deniesWithoutFactor = (statement: Statement): boolean =>
    statement.effect === "Deny" &&
    (conditionOf(statement, /^BoolIfExists$/i, "false") || conditionOf(statement, /^Null$/i, "true"));

/** Whether permissions by these statements hold only with a second factor. */
export const demandsFactor = (statements: readonly Statement[]): boolean =>
    statements.some(deniesWithoutFactor) ||
    (statements.length > 0 && statements.every((one) => one.effect !== "Allow" || isForFactor(one)));

/** The actions that let people enter hosts without a second factor. */
export const enteredWithoutFactor = (statements: readonly Statement[]): readonly string[] =>
    statements.some(deniesWithoutFactor)
        ? []
        : entering.filter((action) =>
              statements.some(
                  (one) =>
                      one.effect === "Allow" &&
                      !isForFactor(one) &&
                      one.actions.some((pattern) => takesIn(pattern, action)),
              ),
          );

function conditionOf({ condition }: Statement, operator: RegExp, wanted: string): boolean {
    return Object.entries(condition).some(
        ([name, keys]) =>
            operator.test(name) &&
            typeof keys === "object" &&
            keys !== null &&
            Object.entries(keys).some(
                ([key, value]) =>
                    key.toLowerCase() === factorKey && String([value as unknown].flat()[0]) === wanted,
            ),
    );
}
