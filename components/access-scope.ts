import * as ec2 from "@pulumi/aws/ec2";
import type { input } from "@pulumi/aws/types";
import * as pulumi from "@pulumi/pulumi";
import { named, type PartContext } from "./network/named";
import {
    planAccessScope,
    type AccessScopePlan,
    type DeclaredPath,
    type ScopeEnd,
    type ScopePath,
} from "./planning/access-scope-plan";
import { isProblems } from "./planning/address-plan";
import { BadArgumentsError } from "./planning/bad-arguments";
import type { FlowArgs } from "./planning/flow-args";
import { problemsOfUnknown } from "./planning/unknown-names";
import type { RangeArgs } from "./security-tiers/security-tiers-args";

/** Arguments of AccessScope: the flow table, and what its groups are in AWS. */
export interface AccessScopeArgs {
    /** Ids of the security groups by the flow table's keys. */
    securityGroupIds: Record<string, pulumi.Input<string>>;
    /** Named address ranges by key. Defaults to none. */
    ranges?: Record<string, RangeArgs>;
    /** TCP ports by name. */
    ports?: Record<string, number>;
    /** Who may open a session to whom, on what, and why. */
    flows: FlowArgs[];
    /**
     * Ids of an instance, network interface or interface endpoint that stands for a group, by the group's
     * key, or of the internet gateway, by `internet`. Defaults to none.
     */
    representativeIds?: Record<string, pulumi.Input<string>>;
    /** Tags of everything created; Name is added. */
    tags?: Record<string, pulumi.Input<string>>;
}

/**
 * The flow table in the terms of AWS's own analyzers, to hold the live network against it.
 *
 * Creates:
 * 1. a Network Access Analyzer scope `<name>-undeclared` of every path between the groups, from the
 *    internet to them and from them to it, without the declared ones: its analysis must find nothing;
 * 2. a scope for each declared flow: its analysis must find a path;
 * 3. a Reachability Analyzer path for each declared flow between two ends that have a representative: its
 *    analysis must find it reachable.
 *
 * TCP and UDP over IPv4; flows through a peering, a transit gateway or a gateway endpoint are no part of
 * it, nor are pings. A scope whose paths change is replaced. Scopes and paths cost nothing; each analysis
 * that somebody starts does, Network Access Analyzer's by the network interfaces it looks at. Source:
 * AWS VPC, "Network Access Analyzer", "Working with Network Access Scopes".
 *
 * Wrong arguments throw one error that lists them all, before anything is registered.
 */
export class AccessScope extends pulumi.ComponentResource {
    /** The scope whose analysis must find nothing. */
    public readonly undeclaredScopeId: pulumi.Output<string>;
    /** The scopes whose analyses must find a path, by flow: `db-in-app-tcp-3306`. */
    public readonly declaredScopeIds: pulumi.Output<Record<string, string>>;

    constructor(name: string, args: AccessScopeArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = checkedPlan(name, args);
        super("palisade:index:AccessScope", name, args, opts);
        const context: PartContext = { name, tags: args.tags ?? {}, parent: this };
        const resolve = (path: ScopePath) => scopePath(path, args.securityGroupIds);
        const undeclared = new ec2.NetworkInsightsAccessScope(
            `${name}-undeclared`,
            {
                matchPaths: plan.every.map(resolve),
                excludePaths: plan.declared.map(({ path }) => resolve(path)),
                tags: named(context, `${name}-undeclared`),
            },
            { parent: this },
        );
        const declared = plan.declared.map(({ key, path }): [string, pulumi.Output<string>] => {
            const scope = new ec2.NetworkInsightsAccessScope(
                `${name}-${key}`,
                { matchPaths: [resolve(path)], tags: named(context, `${name}-${key}`) },
                { parent: this },
            );
            return [key, scope.id];
        });
        createPaths(context, plan.declared, args.representativeIds ?? {});

        this.undeclaredScopeId = undeclared.id;
        this.declaredScopeIds = pulumi.output(Object.fromEntries(declared));
        this.registerOutputs({
            undeclaredScopeId: this.undeclaredScopeId,
            declaredScopeIds: this.declaredScopeIds,
        });
    }
}

function checkedPlan(name: string, args: AccessScopeArgs): AccessScopePlan {
    const groups = Object.keys(args.securityGroupIds);
    const plan = planAccessScope({ ...args, groups });
    const problems = [
        ...problemsOfUnknown("representativeIds", Object.keys(args.representativeIds ?? {}), [
            "internet",
            ...groups,
        ]),
        ...(isProblems(plan) ? plan : []),
    ];
    if (isProblems(plan) || problems.length > 0) {
        throw new BadArgumentsError(`AccessScope "${name}"`, problems);
    }
    return plan;
}

/** A path as both match and exclude statements have it. */
const scopePath = (
    { from, to, traffic }: ScopePath,
    groupIds: AccessScopeArgs["securityGroupIds"],
): input.ec2.NetworkInsightsAccessScopeMatchPath => ({
    source: {
        resourceStatement: resourcesAt(from, groupIds),
        ...(traffic && { packetHeaderStatement: headerOf(from, to, traffic) }),
    },
    destination: { resourceStatement: resourcesAt(to, groupIds) },
});

const resourcesAt = (end: ScopeEnd, groupIds: AccessScopeArgs["securityGroupIds"]) =>
    end.kind === "internet"
        ? { resourceTypes: ["AWS::EC2::InternetGateway"] }
        : { resources: end.keys.map((key) => groupIds[key]!) };

/** The packet as its sender forms it, before any NAT. */
const headerOf = (from: ScopeEnd, to: ScopeEnd, { protocol, ports }: NonNullable<ScopePath["traffic"]>) => ({
    protocols: [protocol],
    destinationPorts: [ports],
    ...(from.kind === "internet" && from.cidrs.length > 0 && { sourceAddresses: [...from.cidrs] }),
    ...(to.kind === "internet" && to.cidrs.length > 0 && { destinationAddresses: [...to.cidrs] }),
});

function createPaths(
    context: PartContext,
    declared: readonly DeclaredPath[],
    ids: Record<string, pulumi.Input<string>>,
): void {
    for (const { key, path } of declared) {
        const [source, destination] = [representative(path.from, ids), representative(path.to, ids)];
        const { protocol, ports } = path.traffic!;
        if (source !== undefined && destination !== undefined) {
            const name = `${context.name}-${key}`;
            new ec2.NetworkInsightsPath(
                name,
                {
                    source,
                    destination,
                    protocol,
                    // An analysis is about one port; the first stands for a range.
                    destinationPort: Number(ports.split("-")[0]),
                    tags: named(context, name),
                },
                { parent: context.parent },
            );
        }
    }
}

/** A range of addresses has no resource that could stand for it. */
const representative = (
    end: ScopeEnd,
    ids: Record<string, pulumi.Input<string>>,
): pulumi.Input<string> | undefined =>
    end.kind === "groups" ? ids[end.keys[0]!] : end.cidrs.length === 0 ? ids["internet"] : undefined;
