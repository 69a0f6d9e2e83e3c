import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { anywhere, group, inline, v4 } from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource } from "../../support/specimen";

const subject = group({ ingress: [inline(443, 443, v4(anywhere))] });
const id = ref("subject");
const ids = [id];

/** What can carry a group, and where it names it. */
const carriers: { readonly [type: string]: SpecimenResource["inputs"] } = {
    "apprunner:VpcConnector": { securityGroups: ids },
    "appstream:Fleet": { vpcConfig: { securityGroupIds: ids } },
    "batch:ComputeEnvironment": { computeResources: { securityGroupIds: ids } },
    "codebuild:Project": { vpcConfig: { securityGroupIds: ids } },
    "codestarconnections:Host": { vpcConfiguration: { securityGroupIds: ids } },
    "dax:Cluster": { securityGroupIds: ids },
    "dms:ReplicationInstance": { vpcSecurityGroupIds: ids },
    "dms:ReplicationConfig": { computeConfig: { vpcSecurityGroupIds: ids } },
    "docdb:Cluster": { vpcSecurityGroupIds: ids },
    "docdb:ElasticCluster": { vpcSecurityGroupIds: ids },
    "ec2:Instance": { securityGroups: ids },
    "ec2clientvpn:Endpoint": { securityGroupIds: ids },
    "ec2clientvpn:NetworkAssociation": { securityGroups: ids },
    "ec2:LaunchConfiguration": { securityGroups: ids },
    "ec2:LaunchTemplate": { vpcSecurityGroupIds: ids },
    "ec2:SpotFleetRequest": { launchSpecifications: [{ vpcSecurityGroupIds: ids }] },
    "ecs:Service": { networkConfiguration: { securityGroups: ids } },
    "efs:MountTarget": { securityGroups: ids },
    "eks:Cluster": { vpcConfig: { securityGroupIds: ids } },
    "eks:NodeGroup": { remoteAccess: { sourceSecurityGroupIds: ids } },
    "elasticache:Cluster": { securityGroupIds: ids },
    "elasticache:ReplicationGroup": { securityGroupIds: ids },
    "lb:LoadBalancer": { securityGroups: ids },
    "alb:LoadBalancer": { securityGroups: ids },
    "elb:LoadBalancer": { securityGroups: ids },
    "emr:Cluster": { ec2Attributes: { emrManagedMasterSecurityGroup: id, emrManagedSlaveSecurityGroup: id } },
    "emr:Studio": { engineSecurityGroupId: id },
    "ec2:NetworkInterface": { securityGroups: ids },
    "ec2:NetworkInterfaceSecurityGroupAttachment": { securityGroupId: id },
    "elasticsearch:Domain": { vpcOptions: { securityGroupIds: ids } },
    "glue:DevEndpoint": { securityGroupIds: ids },
    "lambda:Function": { vpcConfig: { securityGroupIds: ids } },
    "mq:Broker": { securityGroups: ids },
    "msk:Cluster": { brokerNodeGroupInfo: { securityGroups: ids } },
    "mskconnect:Connector": { kafkaCluster: { apacheKafkaCluster: { vpc: { securityGroups: ids } } } },
    "mwaa:Environment": { networkConfiguration: { securityGroupIds: ids } },
    "neptune:Cluster": { vpcSecurityGroupIds: ids },
    "quicksight:VpcConnection": { securityGroupIds: ids },
    "rds:Instance": { vpcSecurityGroupIds: ids },
    "rds:Cluster": { vpcSecurityGroupIds: ids },
    "redshift:Cluster": { vpcSecurityGroupIds: ids },
    "route53:ResolverEndpoint": { securityGroupIds: ids },
    "sagemaker:NotebookInstance": { securityGroups: ids },
    "ec2:VpcEndpoint": { securityGroupIds: ids },
    "vpclattice:ServiceNetworkVpcAssociation": { securityGroupIds: ids },
    "cloudwatch:EventTarget": { ecsTarget: { networkConfiguration: { securityGroups: ids } } },
    "memorydb:Cluster": { securityGroupIds: ids },
    "transfer:Server": { endpointDetails: { securityGroupIds: ids } },
};

const unused = {
    "a group that nothing carries": [subject],
    "a group that only rules name": [
        subject,
        aws("vpc:SecurityGroupIngressRule")(
            { securityGroupId: "sg-other", referencedSecurityGroupId: id, ipProtocol: "-1" },
            "rule",
        ),
    ],
    "a group that only its own rule names": [
        subject,
        aws("ec2:SecurityGroupRule")(
            { securityGroupId: id, type: "egress", fromPort: 443, toPort: 443, protocol: "tcp", self: true },
            "rule",
        ),
    ],
};

export const attachedGroups: readonly Fixture[] = [
    from("checkov", "CKV2_AWS_5", {
        pass: Object.fromEntries(
            Object.entries(carriers).map(([type, inputs]) => [
                `a group of ${type}`,
                [subject, aws(type)(inputs, "carrier")],
            ]),
        ),
        fail: unused,
    }),
    from("fsbp", "EC2.22", { fail: unused }),
];
