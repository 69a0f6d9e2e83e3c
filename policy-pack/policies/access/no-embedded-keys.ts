import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { launchTypes, perLaunch, spotFleetType } from "../../access/launch";
import { secretsIn } from "../../access/secrets";
import { userData } from "../../access/user-data";
import { undecidable, violates, type Faults } from "../../fault";
import { at, isSet, valueAt, type Source } from "../../reading";
import { perResource, rule } from "../../rule";

const providerType = "pulumi:providers:aws";
const functionType = "aws:lambda/function:Function";
const taskType = "aws:ecs/taskDefinition:TaskDefinition";

export const noEmbeddedKeys = rule(
    {
        id: "no-embedded-keys",
        title: "No key or password is written into user data, environments or providers",
        severity: "critical",
        checklist: ["access-4"],
        why: "Whoever may describe an instance or read the state reads the key, and it works from anywhere.",
        fix: "Give it a role, and let it fetch what it needs from Secrets Manager or Parameter Store.",
        docs: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/wkld-03.html",
        waivable: false,
    },
    perResource([...launchTypes, spotFleetType, providerType, functionType, taskType], (record): Faults => {
        switch (record.type) {
            case providerType:
                return ["accessKey", "secretKey", "token"]
                    .filter((path) => isSet(record, path))
                    .map((path) => violates(at(record, path), "is set, so the program carries a key of AWS"));
            case functionType:
                return inWritten(record, "environment");
            case taskType:
                return inWritten(record, "containerDefinitions");
            case spotFleetType:
                return perLaunch(record, inUserData);
            default:
                return inUserData(record);
        }
    }),
);

function inUserData(host: Source): Faults {
    const boot = userData(host);
    return boot.known
        ? secretsIn(boot.value).map((secret) => violates(boot.place, `holds ${secret}`))
        : [undecidable(boot.undecided, "whether it holds a key cannot be told")];
}

/** What is still to be computed comes from other resources, which are judged themselves. */
const inWritten = (record: ResourceRecord, path: string): Faults =>
    secretsIn(JSON.stringify(valueAt(record, path) ?? "")).map((secret) =>
        violates(at(record, path), `holds ${secret}`),
    );
