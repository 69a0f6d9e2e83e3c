import { recordsFromRegistrations } from "../analysis/readers/registrations";
import { buildNetworkModel } from "../analysis/model/build-network-model";
import type { NetworkModel } from "../analysis/model/network-model";
import type { ResourceRecord } from "../analysis/model/resource-record";
import type { StackConfig } from "./offline/default-providers";
import { readProjectStack, type ProjectStack } from "./offline/project";
import { runOffline, type OfflineRun } from "./offline/run-program";
import type { Progress } from "./progress";

/** A stack's program, run offline: what every command starts from. */
export interface StackPlan {
    readonly project: ProjectStack;
    readonly region: string;
    readonly run: OfflineRun;
    readonly records: readonly ResourceRecord[];
    /** The network that the records make; built when first asked for. */
    model(): NetworkModel;
}

/** Runs a stack's program offline. Throws settings errors and the program's own. */
export async function planStack(root: string, stack: string, progress: Progress): Promise<StackPlan> {
    const project = await progress.step("settings", () => readProjectStack(root, stack));
    let count = 0;
    const run = await progress.step("program", () =>
        runOffline(project, {
            onRegistration: () =>
                progress.update(`running ${project.project} for ${stack}: ${(count += 1)} resources`),
        }),
    );
    const records = recordsFromRegistrations(run.registrations);
    let model: NetworkModel | undefined;
    return {
        project,
        region: regionOf(project.config, records),
        run,
        records,
        model: () => (model ??= buildNetworkModel(records)),
    };
}

/** The region that the stack's default provider works in, or that an explicit one names. */
export function regionOf(config: StackConfig, records: readonly ResourceRecord[]): string {
    const stated = records
        .filter(({ type }) => type === "pulumi:providers:aws")
        .map(({ properties }) => properties.region)
        .find((region) => typeof region === "string");
    return config["aws:region"] ?? stated ?? process.env.AWS_REGION ?? "us-east-1";
}
