import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { unknownValue } from "../../../analysis/model/resource-record";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, type Input, type Specimen } from "./specimen-stack";
import { interfaceOf, placementNetwork, type PlacementNetwork } from "./specimen-networks";

describe("resources that AWS puts into subnets", () => {
    const inClosed = (
        { closed, group }: PlacementNetwork,
        subnets: string,
        groups: string,
    ): { [property: string]: Input } => ({
        [subnets]: subnets.endsWith("Id") ? idOf(closed) : [idOf(closed)],
        [groups]: [idOf(group)],
    });
    const cases: readonly (readonly [
        type: string,
        kind: string,
        inputs: (net: PlacementNetwork) => Specimen["inputs"],
    ])[] = [
        [
            "aws:lambda/function:Function",
            "lambda",
            (net) => ({ vpcConfig: inClosed(net, "subnetIds", "securityGroupIds") }),
        ],
        [
            "aws:ecs/service:Service",
            "other",
            (net) => ({ networkConfiguration: inClosed(net, "subnets", "securityGroups") }),
        ],
        [
            "aws:msk/cluster:Cluster",
            "other",
            (net) => ({ brokerNodeGroupInfo: inClosed(net, "clientSubnets", "securityGroups") }),
        ],
        ["aws:efs/mountTarget:MountTarget", "other", (net) => inClosed(net, "subnetId", "securityGroups")],
        ["aws:rds/proxy:Proxy", "database", (net) => inClosed(net, "vpcSubnetIds", "vpcSecurityGroupIds")],
        [
            "aws:elasticache/serverlessCache:ServerlessCache",
            "cache",
            (net) => inClosed(net, "subnetIds", "securityGroupIds"),
        ],
        [
            "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint",
            "instanceConnectEndpoint",
            (net) => inClosed(net, "subnetId", "securityGroupIds"),
        ],
        [
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "interfaceEndpoint",
            (net) => ({
                vpcId: idOf(net.vpc),
                serviceName: "com.amazonaws.us-east-1.ssm",
                vpcEndpointType: "Interface",
                ...inClosed(net, "subnetIds", "securityGroupIds"),
            }),
        ],
        [
            "aws:batch/computeEnvironment:ComputeEnvironment",
            "other",
            (net) => ({ computeResources: inClosed(net, "subnets", "securityGroupIds") }),
        ],
        [
            "aws:route53/resolverEndpoint:ResolverEndpoint",
            "other",
            ({ closed, group }) => ({
                ipAddresses: [{ subnetId: idOf(closed) }],
                securityGroupIds: [idOf(group)],
            }),
        ],
        [
            "aws:future/thing:Thing",
            "other",
            (net) => ({ deep: [{ deeper: inClosed(net, "subnetIds", "securityGroupIds") }] }),
        ],
    ];
    for (const [type, kind, inputs] of cases) {
        it(`such as ${type} are interfaces`, () => {
            const { made, network: net } = interfaceOf(type, inputs);
            expect(made).to.deep.include({
                kind,
                vpc: net.vpc.urn,
                subnets: [net.closed.urn],
                securityGroups: [net.group.urn],
                publicIpv4: "no",
                undecided: [],
            });
        });
    }

    it("get the VPC's default group where they name none, except those without groups", () => {
        const withGroup = interfaceOf("aws:efs/mountTarget:MountTarget", ({ closed }) => ({
            subnetId: idOf(closed),
        }));
        expect(withGroup.made.securityGroups).to.have.length(1);
        const without = [
            "aws:networkfirewall/firewall:Firewall",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        ];
        for (const type of without) {
            const inputs: { [type: string]: (net: PlacementNetwork) => Specimen["inputs"] } = {
                "aws:networkfirewall/firewall:Firewall": ({ closed }) => ({
                    subnetMappings: [{ subnetId: idOf(closed) }],
                }),
                "aws:ec2/natGateway:NatGateway": ({ closed }) => ({ subnetId: idOf(closed) }),
                "aws:ec2transitgateway/vpcAttachment:VpcAttachment": ({ vpc, closed }) => ({
                    vpcId: idOf(vpc),
                    subnetIds: [idOf(closed)],
                    transitGatewayId: "tgw-1",
                }),
            };
            const { made } = interfaceOf(type, inputs[type]!);
            expect(made.securityGroups, type).to.deep.equal([]);
            expect(made.sourceDestCheck, type).to.equal(false);
        }
    });

    it("are public only by a setting of their own, and in doubt where a subnet's setting might count", () => {
        const publicOf = (type: string, inputs: (net: PlacementNetwork) => Specimen["inputs"]) =>
            interfaceOf(type, inputs).made.publicIpv4;
        const service = (assignPublicIp?: boolean) =>
            publicOf("aws:ecs/service:Service", ({ open }) => ({
                networkConfiguration: {
                    subnets: [idOf(open)],
                    ...(assignPublicIp === undefined ? {} : { assignPublicIp }),
                },
            }));
        expect(service()).to.equal("no");
        expect(service(true)).to.equal("yes");
        expect(publicOf("aws:future/thing:Thing", ({ open }) => ({ subnetIds: [idOf(open)] }))).to.equal(
            "undecided",
        );
    });

    it("do not include what only names a subnet, or no AWS resource at all", () => {
        for (const type of [
            "aws:ec2/flowLog:FlowLog",
            "aws:ec2/subnetCidrReservation:SubnetCidrReservation",
            "custom:thing/box:Box",
        ]) {
            const { stack, closed } = placementNetwork();
            stack.add(type, "added", { subnetId: idOf(closed) });
            expect(modelOf(stack).interfaces.size, type).to.equal(0);
        }
    });

    it("find the subnets of a database through its subnet group, in every engine's words", () => {
        const words: readonly (readonly [group: string, resource: string, property: string, kind: string])[] =
            [
                [
                    "aws:rds/subnetGroup:SubnetGroup",
                    "aws:rds/instance:Instance",
                    "dbSubnetGroupName",
                    "database",
                ],
                [
                    "aws:rds/subnetGroup:SubnetGroup",
                    "aws:rds/cluster:Cluster",
                    "dbSubnetGroupName",
                    "database",
                ],
                [
                    "aws:neptune/subnetGroup:SubnetGroup",
                    "aws:neptune/cluster:Cluster",
                    "neptuneSubnetGroupName",
                    "database",
                ],
                [
                    "aws:elasticache/subnetGroup:SubnetGroup",
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "subnetGroupName",
                    "cache",
                ],
                [
                    "aws:redshift/subnetGroup:SubnetGroup",
                    "aws:redshift/cluster:Cluster",
                    "clusterSubnetGroupName",
                    "database",
                ],
                [
                    "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
                    "aws:dms/replicationInstance:ReplicationInstance",
                    "replicationSubnetGroupId",
                    "database",
                ],
            ];
        for (const [groupType, type, property, kind] of words) {
            const { stack, open, closed, group } = placementNetwork();
            const subnetGroup = stack.add(groupType, "data", { subnetIds: [idOf(open), idOf(closed)] });
            const added = stack.add(type, "data", {
                [property]: idOf(subnetGroup),
                publiclyAccessible: false,
                vpcSecurityGroupIds: [idOf(group)],
            });
            expect(modelOf(stack).interfaces.get(added.urn), type).to.deep.include({
                kind,
                subnets: [closed.urn, open.urn],
                securityGroups: [group.urn],
                publicIpv4: "no",
            });
        }
    });

    it("make a database cluster public as soon as one of its instances is", () => {
        const { stack, open } = placementNetwork();
        const subnetGroup = stack.add("aws:rds/subnetGroup:SubnetGroup", "data", { subnetIds: [idOf(open)] });
        const cluster = stack.add("aws:rds/cluster:Cluster", "data", {
            dbSubnetGroupName: idOf(subnetGroup),
        });
        stack.add("aws:rds/clusterInstance:ClusterInstance", "data", {
            clusterIdentifier: idOf(cluster),
            publiclyAccessible: true,
        });
        const { interfaces } = modelOf(stack);
        expect([...interfaces.keys()]).to.deep.equal([cluster.urn]);
        expect(interfaces.get(cluster.urn)!.publicIpv4).to.equal("yes");
    });

    it("say so where their subnet group is another stack's", () => {
        const { stack } = placementNetwork();
        const added = stack.add("aws:rds/instance:Instance", "data", { dbSubnetGroupName: "theirs" });
        const model = modelOf(stack);
        const { subnets, undecided } = model.interfaces.get(added.urn)!;
        expect(subnets.map((key) => model.subnets.get(key)!.unidentified)).to.deep.equal([true]);
        expect(undecided.map(({ property }) => property)).to.deep.equal(["dbSubnetGroupName"]);
    });

    it("let an EKS cluster's nodes carry the group that EKS makes", () => {
        const { stack, closed } = placementNetwork();
        const cluster = stack.add("aws:eks/cluster:Cluster", "k8s", {
            vpcConfig: { subnetIds: [idOf(closed)] },
        });
        const nodes = stack.add("aws:eks/nodeGroup:NodeGroup", "nodes", {
            clusterName: new Ref(cluster, "name"),
            subnetIds: [idOf(closed)],
        });
        const { interfaces, securityGroups } = previewOf(stack);
        const own = `${cluster.urn}#clusterSecurityGroup`;
        expect(interfaces.get(cluster.urn)!.securityGroups).to.deep.equal([own]);
        expect(interfaces.get(nodes.urn)!.securityGroups).to.deep.equal([own]);
        expect(securityGroups.get(own)!.external).to.equal(true);
    });

    it("add what endpoint associations say in resources of their own", () => {
        const { stack, vpc, open, closed, group } = placementNetwork();
        const endpoint = stack.add("aws:ec2/vpcEndpoint:VpcEndpoint", "ssm", {
            vpcId: idOf(vpc),
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.us-east-1.ssm",
            subnetIds: [idOf(open)],
            privateDnsEnabled: true,
        });
        stack.add("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "more", {
            vpcEndpointId: idOf(endpoint),
            subnetId: idOf(closed),
        });
        stack.add("aws:ec2/securityGroupAssociation:SecurityGroupAssociation", "more", {
            vpcEndpointId: idOf(endpoint),
            securityGroupId: idOf(group),
        });
        const { interfaces, interfaceEndpoints } = modelOf(stack);
        expect(interfaces.get(endpoint.urn)).to.deep.include({
            subnets: [closed.urn, open.urn],
            securityGroups: [group.urn],
        });
        expect(interfaceEndpoints.get(endpoint.urn)).to.deep.include({
            service: "ssm",
            privateDns: true,
            networkInterface: endpoint.urn,
        });
    });

    it("may be public by AWS's own default, as replication instances are", () => {
        const { made } = interfaceOf("aws:dms/replicationInstance:ReplicationInstance", ({ closed }) => ({
            subnetIds: [idOf(closed)],
        }));
        expect(made.publicIpv4).to.equal("undecided");
    });

    it("are not in the groups that they only name as peers", () => {
        const { made, network } = interfaceOf("aws:future/thing:Thing", ({ closed, group }) => ({
            subnetIds: [idOf(closed)],
            remoteAccess: { sourceSecurityGroupIds: [idOf(group)] },
        }));
        expect(made.securityGroups).to.deep.equal([`${network.vpc.urn}#defaultSecurityGroup`]);
    });

    it("hide their subnets and groups in an object that is unknown as a whole, yet are found", () => {
        const { stack, open, closed, group } = placementNetwork();
        const added = stack.add("aws:lambda/function:Function", "fn", {
            vpcConfig: { subnetIds: [idOf(open), idOf(closed)], securityGroupIds: [idOf(group)] },
        });
        const records = stack.records("preview").map((record) =>
            record.urn === added.urn
                ? {
                      ...record,
                      inputs: { vpcConfig: unknownValue },
                      properties: { vpcConfig: unknownValue },
                  }
                : record,
        );
        expect(buildNetworkModel(records).interfaces.get(added.urn)).to.deep.include({
            subnets: [closed.urn, open.urn],
            securityGroups: [group.urn],
            undecided: [],
        });
    });
});
