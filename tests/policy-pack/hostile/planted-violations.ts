import { network } from "../support/base-network";
import { planned, type Form } from "../support/plan";
import { ref, resource, type SpecimenResource } from "../support/specimen";
import { types } from "../support/resource-types";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

/** What is wrong in the planted network, by the policy that must say so: nothing beside it can make it right. */
export const planted: readonly (readonly [policy: string, resource: SpecimenResource])[] = [
    [
        "sg-admin-ports-public",
        resource(types.ingressRule, "planted-ssh", {
            securityGroupId: ref("bastion-sg"),
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrIpv4: "0.0.0.0/0",
            description: "planted",
        }),
    ],
    [
        "ebs-volume-encrypted",
        resource("aws:ebs/volume:Volume", "planted-disk", { size: 10, encrypted: false }),
    ],
    [
        "imdsv2",
        resource(types.instance, "planted-host", {
            subnetId: ref("app-a"),
            vpcSecurityGroupIds: [ref("app-sg")],
            metadataOptions: { httpTokens: "optional" },
        }),
    ],
    [
        "subnet-auto-public-ip",
        resource(types.subnet, "planted-subnet", {
            vpcId: ref("vpc"),
            cidrBlock: "10.0.9.0/24",
            mapPublicIpOnLaunch: true,
        }),
    ],
    [
        "nacl-admin-ports",
        resource(types.networkAcl, "planted-acl", {
            vpcId: ref("vpc"),
            subnetIds: [ref("public-a")],
            ingress: [
                {
                    ruleNo: 1,
                    action: "allow",
                    protocol: "-1",
                    fromPort: 0,
                    toPort: 0,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
        }),
    ],
    [
        "rds-public",
        resource(types.database, "planted-database", {
            engine: "mysql",
            dbSubnetGroupName: ref("database-subnets", "name"),
            vpcSecurityGroupIds: [ref("db-sg")],
            publiclyAccessible: true,
        }),
    ],
    ["kms-rotation", resource("aws:kms/key:Key", "planted-key", { enableKeyRotation: false })],
    ["no-default-vpc", resource("aws:ec2/defaultVpc:DefaultVpc", "planted-vpc", {})],
];

/** The seed's network with all of it, as an offline run would have recorded it. */
export const plantedNetwork = (form: Form): readonly RecordedRegistration[] =>
    planned([...network, ...planted.map(([, wrong]) => wrong)], form).map(
        ({ urn, type, name, inputs, outputs, propertyDependencies }) => ({
            urn,
            type,
            name,
            custom: true,
            remote: false,
            options: {},
            inputs,
            outputs,
            ...(form === "known" && typeof outputs.id === "string" ? { id: outputs.id } : {}),
            dependencies: [],
            propertyDependencies,
        }),
    );
