import type { Problem } from "./problem";

/** What of a fleet's arguments can be wrong before AWS is asked. */
export interface FleetChoices {
    readonly subnetIds: { readonly [zone: string]: unknown };
    readonly minimum: number;
    readonly maximum: number;
    readonly instanceType: string;
    readonly targetCpuPercent?: number;
    readonly diskGigabytes?: number;
}

export function fleetProblems(choices: FleetChoices): Problem[] {
    const problems: Problem[] = [];
    const { minimum, maximum } = choices;
    if (!(Number.isInteger(minimum) && Number.isInteger(maximum) && 0 <= minimum && minimum <= maximum)) {
        problems.push({
            path: "minimum",
            given: `${minimum} to ${maximum}`,
            allowed: "whole numbers, the minimum no more than the maximum",
            change: "swap or correct them",
        });
    }
    if (Object.keys(choices.subnetIds).length === 0) {
        problems.push({
            path: "subnetIds",
            given: "none",
            allowed: "a subnet in one zone or more",
            change: "pass the private tier's subnets",
        });
    }
    if (!/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(choices.instanceType)) {
        problems.push({
            path: "instanceType",
            given: `"${choices.instanceType}"`,
            allowed: "a type such as t4g.small",
            change: "name a type that the region has",
        });
    }
    const cpu = choices.targetCpuPercent;
    if (cpu !== undefined && !(cpu >= 10 && cpu <= 90)) {
        problems.push({
            path: "targetCpuPercent",
            given: String(cpu),
            allowed: "10–90",
            change: "leave it out for 50",
        });
    }
    const disk = choices.diskGigabytes;
    if (disk !== undefined && !(Number.isInteger(disk) && disk >= 8 && disk <= 16384)) {
        problems.push({
            path: "diskGigabytes",
            given: String(disk),
            allowed: "8–16384 GB",
            change: "leave it out for 20",
        });
    }
    return problems;
}

/** Whether the type is of AWS's own processors, and so needs an image for them. */
export const architectureOf = (instanceType: string): "arm64" | "x86_64" =>
    /^[a-z]+\d+[a-z]*g[a-z]*\./.test(instanceType) || instanceType.startsWith("a1.") ? "arm64" : "x86_64";

/** The newest Amazon Linux 2023, resolved by EC2 at each launch; no lookup is needed to plan it. */
export const amazonLinuxImage = (instanceType: string): string =>
    "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" +
    architectureOf(instanceType);
