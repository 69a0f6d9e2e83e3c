import type * as pulumi from "@pulumi/pulumi";
import { ApplicationFleet } from "../../components/application-fleet";
import { ApplicationLoadBalancer, type BackendArgs } from "../../components/application-load-balancer";
import { Cache } from "../../components/cache";
import { Certificate } from "../../components/certificate";
import { Database } from "../../components/database";
import { WebFirewall } from "../../components/web-firewall";
import type { EnvironmentAccess } from "./access";
import { placeOf, placeOfGroup, portNumber, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";
import type { EnvironmentLogging } from "./logging";

/** What the network is there for. */
export interface EnvironmentWorkload {
    readonly loadBalancer?: ApplicationLoadBalancer;
    readonly fleet?: ApplicationFleet;
    readonly database?: Database;
    readonly cache?: Cache;
}

export function createWorkload(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    logging: EnvironmentLogging,
    access: EnvironmentAccess,
): EnvironmentWorkload {
    const loadBalancer = createLoadBalancer(context, keys, logging);
    const fleet = createFleet(context, keys, access, loadBalancer?.targetGroupArns ?? {});
    const database = createDatabase(context, keys);
    const cache = createCache(context, keys);
    return {
        ...(loadBalancer && { loadBalancer }),
        ...(fleet && { fleet }),
        ...(database && { database }),
        ...(cache && { cache }),
    };
}

function createLoadBalancer(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    logging: EnvironmentLogging,
): ApplicationLoadBalancer | undefined {
    const { name, tags, settings, network } = context;
    const chosen = settings.loadBalancer;
    if (chosen === undefined) {
        return undefined;
    }
    const { subnetIds, securityGroupId, ready } = placeOfGroup(context, chosen.group);
    const certificate = new Certificate(`${name}-certificate`, { ...chosen.certificate, tags });
    const loadBalancer = new ApplicationLoadBalancer(
        `${name}-alb`,
        {
            vpcId: network.vpcId,
            subnetIds,
            securityGroupId,
            certificateArn: certificate.certificateArn,
            logBucket: logging.trafficLogs.bucket,
            backends: backendsOf(context, chosen.backends),
            redirectHttp: settings.flows.some(({ to, port }) => to === chosen.group && port === "http"),
            idleTimeoutSeconds: chosen.idleTimeoutSeconds,
            deletionProtection: settings.dataProtection.deletionProtection,
            dualStack: settings.network.ipv6 ?? false,
            tags,
        },
        { dependsOn: ready },
    );
    if (chosen.webFirewall !== undefined) {
        new WebFirewall(`${name}-waf`, {
            ...chosen.webFirewall,
            loadBalancerArn: loadBalancer.loadBalancerArn,
            logsKmsKeyArn: keys.logs.keyArn,
            logRetentionDays: settings.observability.retentionDays,
            tags,
        });
    }
    return loadBalancer;
}

type WrittenBackends = NonNullable<EnvironmentContext["settings"]["loadBalancer"]>["backends"];

const backendsOf = (context: EnvironmentContext, backends: WrittenBackends): Record<string, BackendArgs> =>
    Object.fromEntries(
        Object.entries(backends).map(([key, backend]) => [
            key,
            { ...backend, port: portNumber(context, backend.port) },
        ]),
    );

function createFleet(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    access: EnvironmentAccess,
    targetGroupArns: Record<string, pulumi.Output<string>>,
): ApplicationFleet | undefined {
    const { name, settings } = context;
    if (settings.application === undefined) {
        return undefined;
    }
    const { group, ...chosen } = settings.application;
    const { subnetIds, securityGroupId, ready, tags } = placeOfGroup(context, group);
    return new ApplicationFleet(
        `${name}-${group}`,
        {
            ...chosen,
            subnetIds,
            securityGroupId,
            targetGroupArns,
            instanceProfileArn: access.instances.profileArn,
            ...(access.bastion && {
                keyName: access.bastion.keyName,
                sshPort: portNumber(context, "ssh"),
            }),
            kmsKeyArn: keys.data.keyArn,
            logsKmsKeyArn: keys.logs.keyArn,
            logRetentionDays: settings.observability.retentionDays,
            tags: { ...tags, SessionAccess: "allowed" },
        },
        { dependsOn: ready },
    );
}

function createDatabase(context: EnvironmentContext, keys: EnvironmentKeys): Database | undefined {
    const { name, settings, tags } = context;
    if (settings.database === undefined) {
        return undefined;
    }
    const { group, port, ...chosen } = settings.database;
    const { subnetIds, securityGroupId } = placeOfGroup(context, group);
    return new Database(`${name}-${group}`, {
        ...placeOf(context),
        ...chosen,
        port: portNumber(context, port),
        subnetIds,
        securityGroupId,
        kmsKeyArn: keys.data.keyArn,
        logsKmsKeyArn: keys.logs.keyArn,
        deletionProtection: settings.dataProtection.deletionProtection,
        finalSnapshot: settings.dataProtection.deletionProtection,
        logRetentionDays: settings.observability.retentionDays,
        tags: { ...tags, ...backupTag(context) },
    });
}

function createCache(context: EnvironmentContext, keys: EnvironmentKeys): Cache | undefined {
    const { name, settings, tags } = context;
    if (settings.cache === undefined) {
        return undefined;
    }
    const { group, port, ...chosen } = settings.cache;
    const { subnetIds, securityGroupId } = placeOfGroup(context, group);
    return new Cache(`${name}-${group}`, {
        ...chosen,
        port: portNumber(context, port),
        subnetIds,
        securityGroupId,
        kmsKeyArn: keys.data.keyArn,
        logsKmsKeyArn: keys.logs.keyArn,
        logRetentionDays: settings.observability.retentionDays,
        tags,
    });
}

/** What Backups goes by. */
const backupTag = ({ settings }: EnvironmentContext): Record<string, string> =>
    settings.dataProtection.backups === undefined ? {} : { Backup: "daily" };
