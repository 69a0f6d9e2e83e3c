import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

/** A public and a private subnet, an open client in the private one, and a group for port 443 from within. */
const base: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    public: [
        "ec2/Subnet",
        {
            vpcId: "@vpc",
            cidrBlock: "10.0.0.0/24",
            availabilityZone: "us-east-1a",
            mapPublicIpOnLaunch: true,
        },
    ],
    private: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1a" }],
    second: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.2.0/24", availabilityZone: "us-east-1b" }],
    table: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    ofPublic: ["ec2/RouteTableAssociation", { subnetId: "@public", routeTableId: "@table" }],
    open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
    inner: [
        "ec2/SecurityGroup",
        {
            vpcId: "@vpc",
            ingress: [tcp(443, "10.0.1.0/24"), tcp(2049, "@open"), tcp(5432, "@open")],
            egress: everything,
        },
    ],
    client: ["ec2/Instance", { subnetId: "@private", vpcSecurityGroupIds: ["@open"] }],
    webHost: ["ec2/Instance", { subnetId: "@public", vpcSecurityGroupIds: ["@open"] }],
};

examine("managed services", [
    {
        says: "Files, brokers, caches and search have interfaces in the subnets and groups they name",
        source: "Inspector network reachability, Amazon EFS mount targets; MSK, ElastiCache, OpenSearch, MQ guides on VPC access",
        resources: {
            ...base,
            files: ["efs/FileSystem", {}],
            mount: [
                "efs/MountTarget",
                { fileSystemId: "@files", subnetId: "@private", securityGroups: ["@inner"] },
            ],
            kafka: [
                "msk/Cluster",
                {
                    brokerNodeGroupInfo: {
                        clientSubnets: ["@private", "@second"],
                        securityGroups: ["@inner"],
                        instanceType: "kafka.t3.small",
                    },
                },
            ],
            cacheSubnets: ["elasticache/SubnetGroup", { name: "cache", subnetIds: ["@private"] }],
            cache: [
                "elasticache/ReplicationGroup",
                { subnetGroupName: "@cacheSubnets.name", securityGroupIds: ["@inner"] },
            ],
            memcached: [
                "elasticache/Cluster",
                { subnetGroupName: "@cacheSubnets.name", securityGroupIds: ["@open"], port: 11211 },
            ],
            broker: [
                "mq/Broker",
                { subnetIds: ["@private"], securityGroups: ["@inner"], publiclyAccessible: false },
            ],
            openBroker: [
                "mq/Broker",
                { subnetIds: ["@public"], securityGroups: ["@open"], publiclyAccessible: true },
            ],
        },
        expected: [
            "client > mount tcp 2049 = reachable",
            "client > mount tcp 22 = blocked",
            "client > kafka tcp 443 = reachable",
            "client > kafka tcp 9092 = blocked",
            "client > cache tcp 443 = reachable",
            "client > cache tcp 6379 = blocked",
            "client > memcached tcp 11211 = reachable",
            "internet > memcached tcp 11211 = blocked",
            "client > broker tcp 443 = reachable",
            "internet > openBroker tcp 443 = reachable",
            "internet > broker tcp 443 = blocked",
        ],
    },
    {
        says: "Functions, tasks and clusters send from the subnets they are in",
        source: "AWS Lambda guide, Giving Lambda functions access to resources in an Amazon VPC; ECS awsvpc mode; EKS cluster endpoint",
        resources: {
            ...base,
            lambda: [
                "lambda/Function",
                { vpcConfig: { subnetIds: ["@private"], securityGroupIds: ["@open"] } },
            ],
            publicLambda: [
                "lambda/Function",
                { vpcConfig: { subnetIds: ["@public"], securityGroupIds: ["@open"] } },
            ],
            task: [
                "ecs/Service",
                {
                    networkConfiguration: {
                        subnets: ["@public"],
                        securityGroups: ["@open"],
                        assignPublicIp: true,
                    },
                },
            ],
            hiddenTask: [
                "ecs/Service",
                { networkConfiguration: { subnets: ["@public"], securityGroups: ["@open"] } },
            ],
            build: [
                "codebuild/Project",
                { vpcConfig: { vpcId: "@vpc", subnets: ["@private"], securityGroupIds: ["@open"] } },
            ],
            server: ["ec2/Instance", { subnetId: "@private", vpcSecurityGroupIds: ["@inner"] }],
        },
        expected: [
            "lambda > server tcp 443 = reachable",
            "lambda > server tcp 22 = blocked",
            "lambda > internet tcp 443 = blocked",
            // A function gets no public address, not even in a public subnet.
            "publicLambda > internet tcp 443 = blocked",
            "task > internet tcp 443 = reachable",
            "internet > task tcp 80 = reachable",
            "hiddenTask > internet tcp 443 = blocked",
            "internet > hiddenTask tcp 80 = blocked",
            "build > server tcp 443 = reachable",
            "internet > lambda tcp 443 = blocked",
        ],
    },
    {
        says: "A database is public if it says so, sits in public subnets, and its group lets in",
        source: "Amazon RDS guide, Hiding a DB instance in a VPC from the internet; prowler rds_instance_no_public_access; steampipe rds_db_instance_prohibit_public_access",
        resources: {
            ...base,
            publicSecond: [
                "ec2/Subnet",
                { vpcId: "@vpc", cidrBlock: "10.0.5.0/24", availabilityZone: "us-east-1b" },
            ],
            ofPublicSecond: [
                "ec2/RouteTableAssociation",
                { subnetId: "@publicSecond", routeTableId: "@table" },
            ],
            outer: ["rds/SubnetGroup", { name: "outer", subnetIds: ["@public", "@publicSecond"] }],
            hidden: ["rds/SubnetGroup", { name: "hidden", subnetIds: ["@private", "@second"] }],
            mixed: ["rds/SubnetGroup", { name: "mixed", subnetIds: ["@public", "@second"] }],
            exposed: [
                "rds/Instance",
                {
                    dbSubnetGroupName: "@outer.name",
                    vpcSecurityGroupIds: ["@open"],
                    publiclyAccessible: true,
                },
            ],
            grouped: [
                "rds/Instance",
                {
                    dbSubnetGroupName: "@outer.name",
                    vpcSecurityGroupIds: ["@inner"],
                    publiclyAccessible: true,
                },
            ],
            quiet: ["rds/Instance", { dbSubnetGroupName: "@outer.name", vpcSecurityGroupIds: ["@open"] }],
            buried: [
                "rds/Instance",
                {
                    dbSubnetGroupName: "@hidden.name",
                    vpcSecurityGroupIds: ["@open"],
                    publiclyAccessible: true,
                },
            ],
            either: [
                "rds/Instance",
                {
                    dbSubnetGroupName: "@mixed.name",
                    vpcSecurityGroupIds: ["@open"],
                    publiclyAccessible: true,
                },
            ],
            aurora: [
                "rds/Cluster",
                {
                    clusterIdentifier: "aurora",
                    dbSubnetGroupName: "@hidden.name",
                    vpcSecurityGroupIds: ["@inner"],
                },
            ],
            writer: [
                "rds/ClusterInstance",
                { clusterIdentifier: "@aurora.clusterIdentifier", instanceClass: "db.r6g.large" },
            ],
            warehouseSubnets: [
                "redshift/SubnetGroup",
                { name: "wh", subnetIds: ["@public", "@publicSecond"] },
            ],
            warehouse: [
                "redshift/Cluster",
                {
                    clusterSubnetGroupName: "@warehouseSubnets.name",
                    vpcSecurityGroupIds: ["@open"],
                    publiclyAccessible: true,
                },
            ],
            closedWarehouse: [
                "redshift/Cluster",
                {
                    clusterSubnetGroupName: "@warehouseSubnets.name",
                    vpcSecurityGroupIds: ["@open"],
                    publiclyAccessible: false,
                },
            ],
            docs: ["docdb/Cluster", { dbSubnetGroupName: "@hidden.name", vpcSecurityGroupIds: ["@inner"] }],
        },
        expected: [
            "internet > exposed tcp 5432 = reachable",
            "internet > grouped tcp 5432 = blocked",
            "internet > quiet tcp 5432 = blocked",
            "internet > buried tcp 5432 = blocked",
            "internet > either tcp 5432 = unknown",
            "client > exposed tcp 5432 = reachable",
            "client > grouped tcp 5432 = reachable",
            "client > aurora tcp 5432 = reachable",
            "client > aurora tcp 22 = blocked",
            "client > writer tcp 5432 = reachable",
            "internet > warehouse tcp 5439 = reachable",
            "internet > closedWarehouse tcp 5439 = blocked",
            "client > docs tcp 5432 = reachable",
        ],
    },
    {
        says: "An Instance Connect endpoint opens what its group and the instance's let through",
        source: "Amazon EC2 guide, Security groups for EC2 Instance Connect Endpoint",
        resources: {
            ...base,
            eiceGroup: ["ec2/SecurityGroup", { vpcId: "@vpc", egress: [tcp(22, "10.0.0.0/16")] }],
            ssh: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(22, "@eiceGroup"), tcp(3389, "@eiceGroup")] },
            ],
            eice: [
                "ec2transitgateway/InstanceConnectEndpoint",
                { subnetId: "@private", securityGroupIds: ["@eiceGroup"], preserveClientIp: false },
            ],
            host: ["ec2/Instance", { subnetId: "@second", vpcSecurityGroupIds: ["@ssh"] }],
            other: ["ec2/Instance", { subnetId: "@second", vpcSecurityGroupIds: ["@inner"] }],
        },
        expected: [
            "eice > host tcp 22 = reachable",
            "eice > host tcp 3389 = blocked",
            "eice > other tcp 22 = blocked",
            "host > eice tcp 22 = blocked",
        ],
    },
]);
