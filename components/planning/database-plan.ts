import type { Problem } from "./problem";

/** What of a database's arguments can be wrong before AWS is asked. */
export interface DatabaseChoices {
    readonly subnetIds: { readonly [zone: string]: unknown };
    readonly port?: number;
    readonly instanceClass: string;
    readonly allocatedStorage?: number;
    readonly maxAllocatedStorage?: number;
    readonly backupRetentionDays?: number;
    readonly passwordRotationDays?: number;
}

/** Every reason why RDS or its provider would refuse these arguments. */
export function databaseProblems(name: string, choices: DatabaseChoices): Problem[] {
    const problems: Problem[] = [];
    const expect = (holds: boolean, path: string, given: unknown, allowed: string, change: string): void => {
        if (!holds) {
            problems.push({ path, given: String(given), allowed, change });
        }
    };
    const within = (value: number | undefined, low: number, high: number): boolean =>
        value === undefined || (Number.isInteger(value) && value >= low && value <= high);
    expect(
        /^[a-z](?:[a-z0-9]|-(?!-|$)){0,54}$/.test(name),
        "name",
        `"${name}"`,
        "up to 55 lower-case letters, digits and single hyphens, beginning with a letter",
        "rename the component; RDS takes its identifier from the name",
    );
    expect(
        Object.keys(choices.subnetIds).length >= 2,
        "subnetIds",
        Object.keys(choices.subnetIds).join(", ") || "none",
        "subnets in at least two zones",
        "add a zone to the network: RDS needs two even without a standby",
    );
    expect(
        /^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(choices.instanceClass),
        "instanceClass",
        `"${choices.instanceClass}"`,
        "a class such as db.t4g.medium",
        "prefix the instance type with db.",
    );
    expect(within(choices.port, 1150, 65535), "port", choices.port, "1150–65535", "choose a port RDS offers");
    expect(
        within(choices.allocatedStorage, 20, 65536),
        "allocatedStorage",
        choices.allocatedStorage,
        "20–65536 GB",
        "give at least 20",
    );
    expect(
        choices.maxAllocatedStorage === undefined ||
            choices.maxAllocatedStorage >= (choices.allocatedStorage ?? 20) * 1.1,
        "maxAllocatedStorage",
        choices.maxAllocatedStorage,
        "at least a tenth more than allocatedStorage",
        "raise it, or leave it out for five times the beginning",
    );
    expect(
        within(choices.backupRetentionDays, 1, 35),
        "backupRetentionDays",
        choices.backupRetentionDays,
        "1–35",
        "keep at least a day of backups; for longer retention use Backups",
    );
    expect(
        within(choices.passwordRotationDays, 1, 1000),
        "passwordRotationDays",
        choices.passwordRotationDays,
        "1–1000",
        "leave it out for 30",
    );
    return problems;
}

/** Whether Performance Insights runs on the class: AWS leaves the smallest burstable ones out. */
export const hasPerformanceInsights = (instanceClass: string): boolean =>
    !/^db\.t[234]g?\.(micro|small)$/.test(instanceClass);
