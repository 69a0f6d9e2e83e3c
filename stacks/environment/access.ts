import { Bastion } from "../../components/bastion";
import { InterfaceEndpoints } from "../../components/interface-endpoints";
import { InstanceRole } from "../../components/instance-role";
import { InstanceConnectEndpoint } from "../../components/instance-connect-endpoint";
import { awsScope, bucketName } from "../../components/planning/aws-scope";
import { sessionKeyAlias, sessionLogGroup, SessionAccess } from "../../components/session-access";
import { bastionGroup, endpointsGroup, instanceConnectGroup } from "../settings/access-rules";
import { placeOf, placeOfGroup, portNumber, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";
import type { EnvironmentLogging } from "./logging";

/** How people, and the instances themselves, reach what they need. */
export interface EnvironmentAccess {
    /** The role that instances run under. */
    readonly instances: InstanceRole;
    readonly bastion?: Bastion;
}

export function createAccess(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    logging: EnvironmentLogging,
): EnvironmentAccess {
    const { name, tags, settings } = context;
    const { sessions, services } = settings.access;
    const place = placeOf(context);
    if (sessions.preferences === "create") {
        new SessionAccess(sessionsName(context), {
            ...place,
            idleTimeoutMinutes: sessions.idleTimeoutMinutes,
            retentionDays: settings.observability.retentionDays,
            accessLogBucket: logging.accessLogs.bucket,
            forceDestroy: !settings.dataProtection.deletionProtection,
            tags,
        });
    }
    if (settings.groups[endpointsGroup] !== undefined && services.length > 0) {
        const { subnetIds, securityGroupId } = placeOfGroup(context, endpointsGroup);
        new InterfaceEndpoints(`${name}-endpoints`, {
            ...place,
            vpcId: context.network.vpcId,
            subnetIds,
            securityGroupId,
            services,
            tags,
        });
    }
    if (settings.groups[instanceConnectGroup] !== undefined) {
        const { subnetIds, securityGroupId } = placeOfGroup(context, instanceConnectGroup);
        new InstanceConnectEndpoint(`${name}-instance-connect`, {
            subnetId: Object.values(subnetIds)[0]!,
            securityGroupId,
            tags,
        });
    }
    const instances = instanceRole(context);
    return settings.access.mode === "sessionManager"
        ? { instances }
        : { instances, bastion: createBastion(context, keys) };
}

/** Session preferences are the account's; an environment that did not make them uses another's. */
const sessionsName = ({ name, settings }: EnvironmentContext): string =>
    settings.access.sessions.existingName ?? `${name}-sessions`;

function instanceRole(context: EnvironmentContext): InstanceRole {
    const { name, tags, settings } = context;
    const scope = awsScope(settings.account, settings.region);
    const sessions = sessionsName(context);
    return new InstanceRole(`${name}-instances`, {
        ...placeOf(context),
        sessionLogGroupName: sessionLogGroup(sessions),
        sessionLogBucketName: bucketName(scope, `${sessions}-recordings`),
        sessionKeyAlias: sessionKeyAlias(sessions),
        tags,
    });
}

function createBastion(context: EnvironmentContext, keys: EnvironmentKeys): Bastion {
    const { name, settings } = context;
    const { subnetIds, securityGroupId, ready, tags } = placeOfGroup(context, bastionGroup);
    return new Bastion(
        `${name}-bastion`,
        {
            ...placeOf(context),
            subnetIds,
            securityGroupId,
            publicKey: settings.access.publicKey ?? "",
            port: settings.ports["bastion-ssh"],
            targetPort: portNumber(context, "ssh"),
            kmsKeyArn: keys.data.keyArn,
            logsKmsKeyArn: keys.logs.keyArn,
            logRetentionDays: settings.observability.retentionDays,
            tags,
        },
        { dependsOn: ready },
    );
}
