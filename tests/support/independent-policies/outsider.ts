import { unknownCheckingProxy, type Policies } from "@pulumi/policy";
import { planned, type Form, type PlannedResource } from "../../policy-pack/support/plan";
import type { SpecimenResource } from "../../policy-pack/support/specimen";

/**
 * How somebody outside judges: `bare` hands in only what a resource is, by hand; `known` and `unknown`
 * hand in what the SDK does, after an update and in a first preview.
 */
export const manners = ["bare", "known", "unknown"] as const;
export type Manner = (typeof manners)[number];

export type Configuration = { readonly [policy: string]: object };

type Report = (message: string, urn?: string) => void;
type Half = (args: object, report: Report) => unknown;
interface Judged {
    readonly name: string;
    readonly validateResource?: Half;
    readonly validateStack?: Half;
}

/** What the policies report on the resources, each message under its policy's name. */
export function reports(
    policies: Policies,
    resources: readonly SpecimenResource[],
    manner: Manner,
    configuration: Configuration = {},
): string[] {
    const said: string[] = [];
    const plan = planned(resources, formOf(manner));
    for (const policy of policies as unknown as readonly Judged[]) {
        const report: Report = (message) => void said.push(`${policy.name}: ${message}`);
        const config = configuration[policy.name] ?? {};
        const common =
            manner === "bare" && !(policy.name in configuration) ? {} : { getConfig: () => config };
        for (const resource of plan) {
            policy.validateResource?.({ ...common, ...resourceArguments(resource, manner) }, report);
        }
        policy.validateStack?.({ ...common, resources: stackResources(plan, manner) }, report);
    }
    return said;
}

const formOf = (manner: Manner): Form => (manner === "unknown" ? "unknown" : "known");

const guarded = (properties: object): unknown => unknownCheckingProxy(JSON.parse(JSON.stringify(properties)));

const options = { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] };

const resourceArguments = ({ type, urn, name, inputs }: PlannedResource, manner: Manner): object =>
    manner === "bare"
        ? { type, urn, name, props: inputs }
        : { type, urn, name, props: guarded(inputs), opts: options };

function stackResources(plan: readonly PlannedResource[], manner: Manner): object[] {
    if (manner === "bare") {
        return plan.map(({ type, urn, name, outputs }) => ({ type, urn, name, props: outputs }));
    }
    const made = new Map(
        plan.map(({ type, urn, name, outputs }) => [
            urn,
            {
                ...{ type, urn, name, props: guarded(outputs), opts: options },
                dependencies: [] as object[],
                propertyDependencies: {} as { [property: string]: object[] },
            },
        ]),
    );
    for (const { urn, propertyDependencies } of plan) {
        const resource = made.get(urn)!;
        for (const [property, urns] of Object.entries(propertyDependencies)) {
            resource.propertyDependencies[property] = urns.map((source) => made.get(source)!);
        }
        resource.dependencies.push(...Object.values(resource.propertyDependencies).flat());
    }
    return [...made.values()];
}
