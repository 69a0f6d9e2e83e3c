import { EncryptionKey } from "../../components/encryption-key";
import { awsScope } from "../../components/planning/aws-scope";
import { alarmGrant, cloudTrailGrant, eventsGrant, logsGrant } from "../../components/planning/key-grants";
import { placeOf, type EnvironmentContext } from "./context";

/** The environment's keys, one for each kind of thing that a different set of people may read. */
export interface EnvironmentKeys {
    /** Log groups and trails. */
    readonly logs: EncryptionKey;
    /** Disks, database, cache, backups and their secrets. */
    readonly data: EncryptionKey;
    /** The topic of alerts. */
    readonly alerts: EncryptionKey;
}

/** They come first, for the network's own instances have disks too. */
export function createKeys(context: Pick<EnvironmentContext, "settings" | "name" | "tags">): EnvironmentKeys {
    const { name, tags, settings } = context;
    const place = placeOf(context);
    const scope = awsScope(settings.account, settings.region);
    return {
        logs: new EncryptionKey(`${name}-logs`, {
            ...place,
            description: "Logs and trails",
            services: [logsGrant(scope), cloudTrailGrant(scope)],
            tags,
        }),
        data: new EncryptionKey(`${name}-data`, {
            ...place,
            description: "Disks, databases, caches, backups and their secrets",
            viaServices: ["ec2", "rds", "elasticache", "secretsmanager", "backup"],
            tags,
        }),
        alerts: new EncryptionKey(`${name}-alert-messages`, {
            ...place,
            description: "Alert messages",
            services: [alarmGrant(scope), eventsGrant()],
            tags,
        }),
    };
}
