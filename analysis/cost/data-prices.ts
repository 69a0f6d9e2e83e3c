import type { ResourceRecord } from "../model/resource-record";
import { byUse, hourly, perMonth, type Pricer, type PricingContext } from "./charge";
import { numberOf, textOf } from "./compute-prices";
import { instanceHour } from "./instance-price";

/** The list's name for an engine: MariaDB is priced as MySQL is. */
const engineFamily = (engine: string): string =>
    engine.startsWith("aurora") ? "aurora" : engine === "postgres" ? "postgres" : "mysql";

const database: Pricer = (record, context) => {
    const engine = textOf(record.properties.engine) ?? "mysql";
    if (!/^(mysql|mariadb|postgres|aurora)/.test(engine)) {
        return { unpriced: `no price for engine ${engine}, whose licence is part of it` };
    }
    const copies = record.properties.multiAz === true ? 2 : 1;
    const instances = databaseInstances(record, engine, copies, context);
    if (!Array.isArray(instances)) {
        return instances;
    }
    const kind = textOf(record.properties.storageType) ?? "gp3";
    const gigabytes = numberOf(record.properties.allocatedStorage) ?? 0;
    const storage = context.prices.databaseStorageGbMonth[kind];
    return [
        ...instances,
        ...(storage === undefined || gigabytes === 0
            ? []
            : [perMonth(`database storage, ${kind}`, copies * gigabytes, storage, "GB month")]),
    ];
};

const clusterInstance: Pricer = (record, context) =>
    databaseInstances(record, textOf(record.properties.engine) ?? "aurora", 1, context);

function databaseInstances(record: ResourceRecord, engine: string, copies: number, context: PricingContext) {
    const type = textOf(record.properties.instanceClass);
    const hour =
        type === undefined
            ? undefined
            : instanceHour(context.prices.databaseLargeHour[engineFamily(engine)], type);
    return hour === undefined
        ? {
              unpriced:
                  type === undefined
                      ? "its instance class is not known"
                      : `no price for ${engine} on ${type}`,
          }
        : [hourly(`${type} ${engine}${copies === 2 ? ", two zones" : ""}`, copies, hour, context)];
}

const cacheNodes =
    (countOf: (record: ResourceRecord) => number): Pricer =>
    (record, context) => {
        const type = textOf(record.properties.nodeType);
        const hour = type === undefined ? undefined : instanceHour(context.prices.cacheLargeHour, type);
        return hour === undefined
            ? {
                  unpriced:
                      type === undefined ? "its node type is not known" : `no price for node type ${type}`,
              }
            : [hourly(`${type} node`, countOf(record), hour, context)];
    };

const bucket: Pricer = (_record, { prices, usage }) => [
    byUse("S3 storage", usage.bucketGb, "GB month", prices.bucketGbMonth),
];

const backupVault: Pricer = (_record, { prices, usage }) => [
    byUse("backup storage", usage.backupGb, "GB month", prices.backupGbMonth),
];

const fileSystem: Pricer = (_record, { prices, usage }) => [
    byUse("file storage", usage.bucketGb, "GB month", prices.fileSystemGbMonth),
];

/** A replication group states its nodes in one of two ways. */
function replicationNodes({ properties }: ResourceRecord): number {
    const shards = numberOf(properties.numNodeGroups);
    return shards === undefined
        ? (numberOf(properties.numCacheClusters) ?? 1)
        : shards * (1 + (numberOf(properties.replicasPerNodeGroup) ?? 0));
}

export const dataPrices: { readonly [type: string]: Pricer } = {
    "aws:rds/instance:Instance": database,
    "aws:rds/clusterInstance:ClusterInstance": clusterInstance,
    "aws:elasticache/replicationGroup:ReplicationGroup": cacheNodes(replicationNodes),
    "aws:elasticache/cluster:Cluster": cacheNodes(
        ({ properties }) => numberOf(properties.numCacheNodes) ?? 1,
    ),
    "aws:s3/bucket:Bucket": bucket,
    "aws:s3/bucketV2:BucketV2": bucket,
    "aws:backup/vault:Vault": backupVault,
    "aws:efs/fileSystem:FileSystem": fileSystem,
};
