import type { Problem } from "./problem";
import { publicKeyProblem } from "./ssh-public-key";

/** What of a bastion's arguments can be wrong before AWS is asked. */
export interface BastionChoices {
    readonly publicKey: string;
    readonly port?: number;
    readonly targetPort?: number;
    readonly subnetIds: { readonly [zone: string]: unknown };
}

export function bastionProblems(choices: BastionChoices): Problem[] {
    const problems: Problem[] = [];
    const keyProblem = publicKeyProblem(choices.publicKey);
    if (keyProblem !== undefined) {
        problems.push({
            path: "publicKey",
            given: `a key that ${keyProblem}`,
            allowed: "an Ed25519 public key, or RSA of 4096 bits or more",
            change: "make one with `ssh-keygen -t ed25519` and give its .pub line",
        });
    }
    for (const path of ["port", "targetPort"] as const) {
        const port = choices[path];
        if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65535)) {
            problems.push({
                path,
                given: String(port),
                allowed: "1–65535",
                change: "use the port of the flow table",
            });
        }
    }
    if (Object.keys(choices.subnetIds).length === 0) {
        problems.push({
            path: "subnetIds",
            given: "none",
            allowed: "a public subnet in one zone or more",
            change: "pass the public tier's subnets",
        });
    }
    return problems;
}
