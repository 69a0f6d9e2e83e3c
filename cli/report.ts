import type { MonthlyCost } from "../analysis/cost/monthly-cost";
import type { Finding } from "../analysis/finding";
import type { ReportedFlow } from "./flows";
import type { PicturedVpc } from "./network-picture";
import type { Judgement, PolicyOutcome } from "./offline/judge";
import type { ProjectStack } from "./offline/project";
import type { RecordedRegistration, RegistrationOptions } from "./offline/recorded-registration";
import type { UnansweredCall } from "./offline/resource-monitor";
import type { OfflineRun } from "./offline/run-program";
import type { WrittenValue } from "./offline/written-inputs";
import type { Timings } from "./progress";

/** Everything a preview found out, as data. `--json` prints it as it is; every renderer draws from it. */
export interface PreviewReport {
    readonly project: string;
    readonly stack: string;
    readonly region: string;
    readonly resources: readonly ReportedResource[];
    readonly policies: readonly PolicyOutcome[];
    readonly findings: readonly Finding[];
    readonly flows: readonly ReportedFlow[];
    /** The VPCs as people draw them. */
    readonly network: readonly PicturedVpc[];
    readonly cost: MonthlyCost;
    /** What a preview without a provider cannot see: remote components, and calls to providers. */
    readonly unseen: Unseen;
    readonly timings: Timings;
}

export interface Unseen {
    readonly remoteComponents: readonly string[];
    readonly calls: readonly UnansweredCall[];
}

export interface ReportedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly custom: boolean;
    /** As written, with references to other resources' outputs as `{ref, output}`. */
    readonly inputs: { readonly [property: string]: WrittenValue };
    readonly parent: string | null;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: { readonly [property: string]: readonly string[] };
    readonly options: RegistrationOptions;
    readonly provider?: string;
    readonly external?: boolean;
    readonly remote?: boolean;
}

export function reportOf(found: {
    readonly project: Pick<ProjectStack, "project" | "stack">;
    readonly region: string;
    readonly run: OfflineRun;
    readonly judgement: Judgement;
    readonly flows: readonly ReportedFlow[];
    readonly network: readonly PicturedVpc[];
    readonly cost: MonthlyCost;
    readonly timings: Timings;
}): PreviewReport {
    const { project, region, run, judgement, flows, network, cost, timings } = found;
    return {
        project: project.project,
        stack: project.stack,
        region,
        resources: run.registrations.map((registration) =>
            reportedResource(registration, run.writtenInputs.get(registration.urn) ?? {}),
        ),
        policies: judgement.policies,
        findings: judgement.findings,
        flows,
        network,
        cost,
        unseen: {
            remoteComponents: run.registrations.filter(({ remote }) => remote).map(({ urn }) => urn),
            calls: run.unansweredCalls,
        },
        timings,
    };
}

/** Whether a finding stops the preview. */
export const binds = ({ enforcement }: Pick<Finding, "enforcement">): boolean => enforcement === "mandatory";

function reportedResource(
    registration: RecordedRegistration,
    inputs: ReportedResource["inputs"],
): ReportedResource {
    const { urn, type, name, custom, parent, dependencies, propertyDependencies, options } = registration;
    const stated = Object.entries(propertyDependencies).filter(([, urns]) => urns.length > 0);
    return {
        urn,
        type,
        name,
        custom,
        inputs,
        parent: parent ?? null,
        dependencies,
        propertyDependencies: Object.fromEntries(stated),
        options,
        ...(registration.provider === undefined ? {} : { provider: registration.provider }),
        ...(registration.external === true ? { external: true } : {}),
        ...(registration.remote ? { remote: true } : {}),
    };
}
