import { changed, without } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { counted, told, topic, trail } from "../../support/operations";
import { resource, type Specimens } from "../../support/specimen";

const patterns = {
    failures: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    factor: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
    root: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }',
    refused: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
};
const four = { signs: ["consoleFailures", "consoleWithoutMfa", "rootUse", "unauthorizedCalls"] };
const failures = [topic, ...trail(), ...counted("failures", patterns.failures)];
const all = [
    topic,
    ...trail(),
    ...Object.entries(patterns).flatMap(([name, pattern]) => counted(name, pattern)),
];
const under = (config: object, resources: typeof all) => ({ config, resources });
const hostLogs = resource("aws:cloudwatch/logGroup:LogGroup", "hosts", { name: "/hosts/authentication" });
const ssh = counted("ssh", '"Failed password"', { logGroupName: "/hosts/authentication" });
const signIn = (outcome: string) =>
    JSON.stringify({
        "detail-type": ["AWS Console Sign In via CloudTrail"],
        detail: { responseElements: { ConsoleLogin: [outcome] } },
    });

export const specimens: Specimens = {
    compliant: {
        "failed sign-ins": failures,
        "failed sign-ins by an event rule": [topic, ...told("failures", signIn("Failure"))],
        "all that CIS asks for": under(four, all),
        "failed sign-ins on hosts": under({ signs: ["sshFailures"] }, [topic, ...trail(), hostLogs, ...ssh]),
        "counted by another stack": under({ provided: "elsewhere" }, trail() as typeof all),
        "nothing of AWS": [],
    },
    violating: {
        nothing: trail(),
        "a filter without an alarm": without(failures, "failures-alarm"),
        "an alarm that does nothing": changed(failures, "failures-alarm", { alarmActions: undefined }),
        "a filter on another group": [
            ...changed(failures, "failures-filter", { logGroupName: "/hosts/authentication" }),
            hostLogs,
        ],
        "successful sign-ins": [topic, ...told("failures", signIn("Success"))],
        "nothing of MFA": under(four, [...without(all, "factor-filter")]),
        "nothing of root": under(four, [...without(all, "root-filter")]),
        "nothing of refused calls": under(four, [...without(all, "refused-filter")]),
        "nothing of SSH": under({ signs: ["sshFailures"] }, all),
    },
    undecidable: {
        "a filter that is written later": [parameter, topic, ...trail(), ...counted("failures", later)],
    },
};
