import { undecidable, violates, type Fault, type Faults } from "./fault";
import { isWaived, type Configured } from "./adapter";
import { perResourceAndStack, perStack, rule, type AnyRule } from "./rule";
import { observingPolicy } from "./run-memory";
import { readSettings } from "./settings";
import type { Stack } from "./stack";
import type { Waivers } from "./waivers";

/** The whole configuration of the pack as the engine was given it; undefined where nobody can see it. */
export type ConfigurationSource = () => ReadonlyMap<string, unknown> | undefined;

export interface Watched {
    readonly rules: readonly AnyRule[];
    readonly waivers: Waivers;
    /** How each policy found itself configured when it last ran. */
    readonly configured: ReadonlyMap<string, Configured>;
    readonly configuration?: ConfigurationSource | undefined;
}

const docs = "https://www.pulumi.com/docs/iac/using-pulumi/crossguard/configuration/";

/** The policies that watch over the pack itself. They cannot be waived. */
export function integrityRules(watched: Watched): readonly AnyRule[] {
    return [
        planDecidable(),
        configIntegrity(watched),
        waiverIntegrity(watched.waivers),
        waiverRegister(watched),
    ];
}

function planDecidable(): AnyRule {
    return rule(
        {
            id: "plan-decidable",
            title: "Every rule, route and entry says what it belongs to",
            severity: "high",
            checklist: [],
            why: "What cannot be attached to a group, a table or an ACL is judged by no other policy.",
            fix: "Pass the output of a resource of this stack, or a literal id.",
            docs: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
            waivable: false,
        },
        perStack((stack) =>
            stack.model.undecided.map((open) => undecidable(open, "no policy can judge what it changes")),
        ),
    );
}

function configIntegrity({ rules, configured, configuration }: Watched): AnyRule {
    return rule(
        {
            id: observingPolicy,
            title: "The policy pack's configuration means what it says",
            severity: "high",
            checklist: [],
            why: "The engine accepts unknown policies and properties silently, so that a typo switches nothing on.",
            fix: "Correct the policy pack's configuration file; `palisade policies` lists names and properties.",
            docs,
            waivable: false,
        },
        // It is shown every resource, and judges none: so the run learns inputs apart from outputs.
        perResourceAndStack(
            [],
            () => [],
            () => {
                const whole = configurationProblems(rules, configuration?.());
                const own = [...configured].flatMap(([policy, { problems }]) =>
                    problems.map((problem) => `${policy}.${problem}`),
                );
                return [...new Set([...whole, ...own])].map((problem) => violates(undefined, problem));
            },
        ),
    );
}

const ownNames = ["plan-decidable", observingPolicy, "waiver-integrity", "waiver-register"];

function configurationProblems(
    rules: readonly AnyRule[],
    configuration: ReadonlyMap<string, unknown> | undefined,
): string[] {
    const byId = new Map(rules.map((known) => [known.id, known]));
    return [...(configuration ?? [])].flatMap(([name, section]) => {
        const known = byId.get(name);
        if (known !== undefined) {
            return readSettings(known.config, section).problems.map((problem) => `${name}.${problem}`);
        }
        return ["all", "environments", ...ownNames].includes(name) ? [] : [`there is no policy "${name}"`];
    });
}

function waiverIntegrity(waivers: Waivers): AnyRule {
    return rule(
        {
            id: "waiver-integrity",
            title: "Every waiver is whole, in force and allowed",
            severity: "high",
            checklist: [],
            why: "An exception that has run out, or that nobody owns, is a hole.",
            fix: "Correct or remove the entry in policy-pack/waivers.json.",
            docs,
            waivable: false,
        },
        perStack(() => waivers.problems.map((problem) => violates(undefined, problem))),
    );
}

function waiverRegister({ rules, waivers, configured }: Watched): AnyRule {
    return rule(
        {
            id: "waiver-register",
            title: "Active and unused waivers are told",
            severity: "low",
            checklist: [],
            why: "An exception that is out of sight is never ended.",
            fix: "Fix what is waived and remove the waiver; remove at once what waives nothing.",
            docs,
            enforcement: "advisory",
            waivable: false,
        },
        perStack((stack) =>
            waivers.active.map((waiver) => {
                const waived = rules.find(({ id }) => id === waiver.policy)!;
                const settings =
                    configured.get(waiver.policy)?.settings ?? readSettings(waived.config, {}).settings;
                const used = allFaults(waived, stack, settings).some((fault) =>
                    isWaived(waived, fault, [waiver]),
                );
                const state = used ? "is waived" : "has a waiver that waives nothing";
                return violates(stack.record(waiver.urn), `${waiver.policy} ${state}: ${waiver.reason}`, {
                    evidence: [
                        { label: "owner", value: waiver.owner },
                        { label: "expires", value: waiver.expires },
                    ],
                });
            }),
        ),
    );
}

function allFaults(judged: AnyRule, stack: Stack, settings: Configured["settings"]): Faults {
    const { resource } = judged.judge;
    const ofResources: readonly Fault[] =
        resource === undefined
            ? []
            : stack.records
                  .filter((record) => resource.types.has(record.type))
                  .flatMap((record) => resource.judge(record, settings));
    return [...ofResources, ...(judged.judge.stack?.(stack, settings) ?? [])];
}
