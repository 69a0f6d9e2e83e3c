import * as elasticache from "@pulumi/aws/elasticache";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of Cache. */
export interface CacheArgs {
    /** Isolated subnets by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The cache's security group. */
    securityGroupId: pulumi.Input<string>;
    /** Port it listens on; the flow table's. Defaults to 6379. */
    port?: number;
    /** Key for what it keeps on disk. */
    kmsKeyArn: pulumi.Input<string>;
    /** Key for its log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** For example `cache.t4g.small`. */
    nodeType: string;
    /** How many nodes: with two or more a replica in another zone takes over. Defaults to 2. */
    nodes?: number;
    /** Days of snapshots. Defaults to 7. */
    snapshotRetentionDays?: number;
    /** Days that its logs are kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * A Valkey cache in the isolated tier, encrypted at rest and in transit.
 *
 * Creates a subnet group, an encrypted log group and a replication group. Costs the node type by the
 * hour for each node. It needs a flow to its group on its port like everything else.
 */
export class Cache extends pulumi.ComponentResource {
    /** Host name that clients write to. */
    public readonly address: pulumi.Output<string>;

    constructor(name: string, args: CacheArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:Cache", name, args, opts);
        const parent = { parent: this };
        const nodes = args.nodes ?? 2;
        const subnetGroup = new elasticache.SubnetGroup(
            `${name}-subnets`,
            {
                description: "Isolated subnets",
                subnetIds: Object.values(args.subnetIds),
                tags: args.tags,
            },
            parent,
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-slow-log`,
            {
                name: `/palisade/${name}/slow-log`,
                retentionInDays: args.logRetentionDays ?? 365,
                kmsKeyId: args.logsKmsKeyArn,
                tags: args.tags,
            },
            parent,
        );
        const group = new elasticache.ReplicationGroup(
            `${name}-nodes`,
            {
                replicationGroupId: name,
                description: "Cache of the application tier",
                engine: "valkey",
                engineVersion: "8.0",
                nodeType: args.nodeType,
                numCacheClusters: nodes,
                automaticFailoverEnabled: nodes > 1,
                multiAzEnabled: nodes > 1,
                port: args.port ?? 6379,
                subnetGroupName: subnetGroup.name,
                securityGroupIds: [args.securityGroupId],
                atRestEncryptionEnabled: true,
                kmsKeyId: args.kmsKeyArn,
                transitEncryptionEnabled: true,
                transitEncryptionMode: "required",
                autoMinorVersionUpgrade: true,
                snapshotRetentionLimit: args.snapshotRetentionDays ?? 7,
                snapshotWindow: "01:00-02:00",
                maintenanceWindow: "sun:05:00-sun:06:00",
                logDeliveryConfigurations: [
                    {
                        destination: logGroup.name,
                        destinationType: "cloudwatch-logs",
                        logFormat: "json",
                        logType: "slow-log",
                    },
                ],
                tags: args.tags,
            },
            parent,
        );
        this.address = group.primaryEndpointAddress;
        this.registerOutputs({ address: this.address });
    }
}
