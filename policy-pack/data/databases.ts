import type { ResourceRecord } from "../../analysis/model/resource-record";
import { isSet, text, type Reading } from "../reading";

export const instanceType = "aws:rds/instance:Instance";
export const clusterType = "aws:rds/cluster:Cluster";
export const clusterMemberType = "aws:rds/clusterInstance:ClusterInstance";
export const globalClusterType = "aws:rds/globalCluster:GlobalCluster";

/** What holds data: a database instance by itself, or a cluster with all its members. */
export const databases = [instanceType, clusterType];

/** What clients connect to. */
export const databaseMembers = [instanceType, clusterMemberType];

/** A copy that follows another database takes backups, encryption and zone failover from it. */
export const isReplica = (database: ResourceRecord): boolean =>
    isSet(database, "replicateSourceDb") || isSet(database, "replicationSourceIdentifier");

/** Made of a backup, which decides what the program does not say. */
export const isRestored = (database: ResourceRecord): boolean =>
    ["snapshotIdentifier", "restoreToPointInTime", "s3Import"].some((property) => isSet(database, property));

/** A cluster of the first Aurora Serverless, which AWS encrypts and spreads over zones by itself. */
export function isServerless(database: ResourceRecord): boolean {
    const mode = text(database, "engineMode");
    return mode.known && mode.value === "serverless";
}

export type EngineFamily = "mysql" | "mariadb" | "postgres" | "sqlserver" | "db2" | "other";

/** The family that an engine or a parameter group's family belongs to; undefined where neither is set. */
export function engineFamily(source: ResourceRecord, property: string): Reading<EngineFamily | undefined> {
    const engine = text(source, property);
    return engine.known ? { ...engine, value: familyOf(engine.value) } : engine;
}

export function familyOf(engine: string | undefined): EngineFamily | undefined {
    if (engine === undefined) {
        return undefined;
    }
    const families: readonly [RegExp, EngineFamily][] = [
        [/^mariadb/, "mariadb"],
        [/mysql|^aurora$|^aurora5/, "mysql"],
        [/postgres/, "postgres"],
        [/sqlserver/, "sqlserver"],
        [/^db2/, "db2"],
    ];
    return families.find(([pattern]) => pattern.test(engine.toLowerCase()))?.[1] ?? "other";
}
