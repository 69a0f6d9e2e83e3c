import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { awsScope, managedPolicyArn } from "../planning/aws-scope";
import { amazonLinuxImage } from "../planning/fleet-plan";
import { natTierOf } from "../planning/nat-placement";
import type { NetworkPlan } from "../planning/network-plan";
import { serviceTrust } from "../planning/policy-document";
import { translateAddresses } from "../planning/nat-instance-boot";
import { named, namedInTier, type PartContext } from "./named";
import type { Nat } from "./nat-gateways";
import type { NetworkSubnet } from "./network-parts";

/** What the instances of a network's NAT are like. */
export interface NatInstanceChoices {
    readonly region: string;
    readonly instanceType: string;
    readonly kmsKeyArn?: pulumi.Input<string>;
}

/** NAT by instances, and the group whose rules the flow table makes. */
export interface InstanceNat extends Nat {
    readonly securityGroupId: pulumi.Output<string>;
    /** For alarms that recover an instance whose hardware fails. */
    readonly instanceIds: { readonly [zone: string]: pulumi.Output<string> };
}

/**
 * Makes an instance in every zone that translates for private tiers. Routes lead to a network interface
 * of its own, which keeps its addresses when the instance behind it is replaced; AWS recovers the
 * instance on other hardware by itself. Its group has no rules: SecurityTiers opens in it what the flow
 * table lets private tiers do on the internet, and nothing else.
 */
export function createNatInstances(
    context: PartContext,
    vpc: ec2.Vpc,
    plan: NetworkPlan,
    subnets: readonly NetworkSubnet[],
    wayOut: readonly pulumi.Resource[],
    choices: NatInstanceChoices,
): InstanceNat {
    const { parent } = context;
    const tier = natTierOf(plan.tiers)!;
    const group = new ec2.SecurityGroup(
        `${context.name}-nat`,
        {
            vpcId: vpc.id,
            description: "Rules follow from the flow table",
            tags: namedInTier(context, `${context.name}-nat`, tier),
        },
        { parent },
    );
    const template = launchTemplate(context, tier, choices, instanceProfile(context, choices));
    const zones = [...new Set(Object.values(plan.natZoneOf))].map((zone) => {
        const name = `${context.name}-nat-${zone}`;
        const subnet = subnets.find((candidate) => candidate.tier === tier && candidate.zone === zone)!;
        const networkInterface = new ec2.NetworkInterface(
            name,
            {
                subnetId: subnet.id,
                securityGroups: [group.id],
                sourceDestCheck: false,
                // Tells a reader of the plan what its software does with packets that are not for it.
                tags: { ...named(context, name), "palisade:forwards": "nat" },
            },
            { parent },
        );
        const address = new ec2.Eip(
            name,
            { domain: "vpc", networkInterface: networkInterface.id, tags: named(context, name) },
            { parent, dependsOn: [...wayOut] },
        );
        const instance = new ec2.Instance(
            name,
            {
                launchTemplate: { id: template.id, version: "$Latest" },
                primaryNetworkInterface: { networkInterfaceId: networkInterface.id },
                maintenanceOptions: { autoRecovery: "default" },
                disableApiTermination: true,
                tags: namedInTier(context, name, tier),
            },
            { parent, dependsOn: address },
        );
        return { zone, networkInterface, address, instance };
    });
    const byZone = <T>(value: (part: (typeof zones)[number]) => T): { [zone: string]: T } =>
        Object.fromEntries(zones.map((part) => [part.zone, value(part)]));
    const interfaces = byZone(({ networkInterface }) => networkInterface.id);
    return {
        targetOf: (zone) => ({ networkInterfaceId: interfaces[zone!]! }),
        publicIps: byZone(({ address }) => address.publicIp),
        gatewayIds: {},
        instanceIds: byZone(({ instance }) => instance.id),
        securityGroupId: group.id,
    };
}

function launchTemplate(
    context: PartContext,
    tier: string,
    choices: NatInstanceChoices,
    profile: iam.InstanceProfile,
): ec2.LaunchTemplate {
    const name = `${context.name}-nat`;
    return new ec2.LaunchTemplate(
        name,
        {
            imageId: amazonLinuxImage(choices.instanceType),
            instanceType: choices.instanceType,
            iamInstanceProfile: { arn: profile.arn },
            metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
            monitoring: { enabled: true },
            blockDeviceMappings: [
                {
                    deviceName: "/dev/xvda",
                    ebs: {
                        volumeType: "gp3",
                        volumeSize: 8,
                        encrypted: "true",
                        ...(choices.kmsKeyArn === undefined ? {} : { kmsKeyId: choices.kmsKeyArn }),
                    },
                },
            ],
            userData: translateAddresses(),
            updateDefaultVersion: true,
            tags: namedInTier(context, name, tier),
        },
        { parent: context.parent },
    );
}

function instanceProfile(context: PartContext, { region }: NatInstanceChoices): iam.InstanceProfile {
    const { parent } = context;
    const name = `${context.name}-nat`;
    const role = new iam.Role(
        name,
        { assumeRolePolicy: serviceTrust("ec2.amazonaws.com"), tags: context.tags },
        { parent },
    );
    for (const policy of ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"]) {
        new iam.RolePolicyAttachment(
            `${name}-${policy}`,
            { role: role.name, policyArn: managedPolicyArn(awsScope("", region), policy) },
            { parent },
        );
    }
    return new iam.InstanceProfile(name, { role: role.name, tags: context.tags }, { parent });
}
