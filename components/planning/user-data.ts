/**
 * A shell script that an instance runs on its first boot, as EC2 takes it: base64. It stops at the first
 * command that fails, so that a half-configured instance never passes its health check.
 */
export function userData(...sections: readonly (readonly string[])[]): string {
    const script = ["#!/bin/bash", "set -euo pipefail", ...sections.flat()].join("\n");
    return Buffer.from(`${script}\n`).toString("base64");
}

/** Lets authentication messages reach a file that the CloudWatch agent can read. */
export const authenticationLog: readonly string[] = [
    "dnf install -y rsyslog",
    "systemctl enable --now rsyslog",
];
