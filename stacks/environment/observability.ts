import type * as pulumi from "@pulumi/pulumi";
import { AccessScope } from "../../components/access-scope";
import type { AccountGuardrails } from "../../components/account-guardrails";
import { AlertTopic } from "../../components/alert-topic";
import { Alarms } from "../../components/alarms";
import { ChangeAlerts } from "../../components/change-alerts";
import { Dashboard } from "../../components/dashboard";
import { networkParts } from "../../components/network/network-parts";
import { groupIdOf } from "../../components/security-tiers/security-parts";
import type { EnvironmentAccess } from "./access";
import { placeOf, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";
import type { EnvironmentWorkload } from "./workload";

/** Who hears of what goes wrong, and where it can be seen. */
export function createObservability(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    guardrails: AccountGuardrails,
    access: EnvironmentAccess,
    workload: EnvironmentWorkload,
): AlertTopic {
    const { name, tags, settings } = context;
    const topic = new AlertTopic(`${name}-alerts`, {
        ...placeOf(context),
        kmsKeyArn: keys.alerts.keyArn,
        subscriptions: settings.observability.alerts,
        tags,
    });
    const { auditTrail, existingTrailLogGroupName } = settings.guardrails;
    const watchesTrail = auditTrail === "create" || existingTrailLogGroupName !== undefined;
    new ChangeAlerts(`${name}-changes`, {
        topicArn: topic.topicArn,
        ...(watchesTrail && { trailLogGroupName: guardrails.trailLogGroupName }),
        authenticationLogGroupNames: {
            ...(workload.fleet && { app: workload.fleet.authenticationLogGroupName }),
            ...(access.bastion && { bastion: access.bastion.authenticationLogGroupName }),
        },
        tags,
    });
    new Alarms(`${name}-alarms`, {
        region: settings.region,
        topicArn: topic.topicArn,
        natGatewayIds: natGatewayIds(context),
        instanceIds: natInstanceIds(context),
        ...watched(context, access, workload),
        tags,
    });
    if (settings.observability.dashboard) {
        new Dashboard(`${name}-overview`, {
            region: settings.region,
            natGatewayIds: natGatewayIds(context),
            fleetGroupName: workload.fleet?.groupName,
            loadBalancerArnSuffix: workload.loadBalancer?.arnSuffix,
            databaseIdentifier: workload.database?.identifier,
        });
    }
    if (settings.observability.accessScopes) {
        const { groups, ranges, ports, flows } = settings;
        new AccessScope(`${name}-scope`, {
            securityGroupIds: Object.fromEntries(
                Object.keys(groups).map((key) => [key, groupIdOf(context.security, key)]),
            ),
            ranges,
            ports,
            flows,
            tags,
        });
    }
    return topic;
}

const natGatewayIds = ({ network }: EnvironmentContext): Record<string, pulumi.Output<string>> => ({
    ...networkParts(network).natGatewayIds,
});

/** Single instances, which AWS recovers when their hardware fails. */
const natInstanceIds = ({ network }: EnvironmentContext): Record<string, pulumi.Output<string>> =>
    Object.fromEntries(
        Object.entries(networkParts(network).natInstances?.ids ?? {}).map(([zone, id]) => [
            `nat-${zone}`,
            id,
        ]),
    );

function watched(
    { settings }: EnvironmentContext,
    { bastion }: EnvironmentAccess,
    { fleet, loadBalancer, database }: EnvironmentWorkload,
) {
    return {
        fleets: {
            ...(fleet && { app: { groupName: fleet.groupName, minimum: settings.application!.minimum } }),
            ...(bastion && { bastion: { groupName: bastion.groupName, minimum: 1 } }),
        },
        ...(loadBalancer && {
            loadBalancers: {
                alb: {
                    arnSuffix: loadBalancer.arnSuffix,
                    targetGroupArnSuffixes: loadBalancer.targetGroupArnSuffixes,
                },
            },
        }),
        ...(database && { databaseIdentifiers: { db: database.identifier } }),
    };
}
