import { gzipSync } from "node:zlib";
import {
    base64,
    configuration,
    fleet,
    host,
    later,
    parameter,
    spotFleet,
    spotFleetLater,
} from "../../support/hosts";
import { resource, type Specimens } from "../../support/specimen";

// Made up of pieces, so that no scanner takes this file for a leak.
const keyId = `AKIA${"ABCDEFGHIJKLMNOP"}`;
const secretKey = "abcdefghij/klmnopqrst+uvwxyz0123456789AB";
const privateKey = `-----BEGIN OPENSSH ${"PRIVATE"} KEY-----\nb3BlbnNzaC1rZXk\n`;
const script = (line: string) => `#!/bin/bash\n${line}\n`;
const fetching = script("aws secretsmanager get-secret-value --secret-id app --query SecretString");
const provider = (inputs: object) => [resource("pulumi:providers:aws", "aws", { ...inputs })];

export const specimens: Specimens = {
    compliant: {
        "a script that fetches its secret": host({ userData: fetching }),
        "the same, encoded": fleet({ userData: base64(fetching) }),
        "no user data": host(),
        "a spot fleet that fetches its secret": spotFleet({ userData: fetching }),
        "a password that is fetched": host({
            userData: script("DB_PASSWORD=$(aws ssm get-parameter --name /db/password)"),
        }),
        "a password by its place": host({ userData: script("export DB_PASSWORD_FILE=/run/secrets/db") }),
        "passwords refused": host({ userData: script("echo PasswordAuthentication no >> sshd_config") }),
        "a word that only looks encoded": host({ userData: "bootstrap123" }),
        "a provider that takes a role": provider({ region: "us-east-1", allowedAccountIds: '["1"]' }),
        "a function with a plain environment": [
            resource("aws:lambda/function:Function", "worker", {
                environment: { variables: { TABLE: "orders" } },
            }),
        ],
    },
    violating: {
        "a key id": host({ userData: script(`export AWS_ACCESS_KEY_ID=${keyId}`) }),
        "a temporary key id": host({ userData: script(`echo ${keyId.replace("AKIA", "ASIA")}`) }),
        "a secret key": host({ userData: script(`export AWS_SECRET_ACCESS_KEY="${secretKey}"`) }),
        "a private key": host({ userData: script(`cat > key <<EOF\n${privateKey}EOF`) }),
        "a password": host({
            userData: script(`export DATABASE_PASSWORD="${["correct", "horse"].join("-")}"`),
        }),
        "in base64": host({ userDataBase64: base64(script(`KEY=${keyId}`)) }),
        "in a template": fleet({ userData: base64(script(`KEY=${keyId}`)) }),
        compressed: fleet({ userData: gzipSync(script(`KEY=${keyId}`)).toString("base64") }),
        "encoded in lines": fleet({
            userData: base64(script(`KEY=${keyId}`)).replace(/(.{20})/g, "$1\n"),
        }),
        "an outdated launch configuration": configuration({ userData: script(`KEY=${keyId}`) }),
        "in a spot fleet": spotFleet({}, { userData: base64(script(`KEY=${keyId}`)) }),
        "a provider that has a key": provider({ accessKey: keyId, secretKey }),
        "a function's environment": [
            resource("aws:lambda/function:Function", "worker", {
                environment: { variables: { KEY: keyId } },
            }),
        ],
        "a task's containers": [
            resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
                containerDefinitions: JSON.stringify([{ environment: [{ name: "KEY", value: keyId }] }]),
            }),
        ],
    },
    undecidable: {
        "a script that is written later": [parameter, ...host({ userData: later })],
        "a spot fleet that is described later": spotFleetLater,
    },
};
