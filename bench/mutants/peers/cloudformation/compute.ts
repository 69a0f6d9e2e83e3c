import type { Conversion, Conversions } from "./conversion";
import { defined, flag, pascalKeys, type Properties, type Reader } from "./reader";

const balancer: Conversion = {
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: (one) => ({
        Type: one.get("loadBalancerType") ?? "application",
        Scheme: one.get("internal") === true ? "internal" : "internet-facing",
        ...one.same("subnets", "securityGroups"),
        LoadBalancerAttributes: [
            ["routing.http.drop_invalid_header_fields.enabled", one.get("dropInvalidHeaderFields")],
            ["deletion_protection.enabled", one.get("enableDeletionProtection")],
            ["routing.http.desync_mitigation_mode", one.get("desyncMitigationMode")],
            ["access_logs.s3.enabled", one.get("accessLogs.enabled")],
            ["access_logs.s3.bucket", one.get("accessLogs.bucket")],
        ]
            .filter(([, value]) => value !== undefined)
            .map(([Key, value]) => ({ Key, Value: typeof value === "object" ? value : String(value) })),
    }),
};

const listener: Conversion = {
    type: "AWS::ElasticLoadBalancingV2::Listener",
    properties: (one) => ({
        ...one.same("loadBalancerArn", "port", "protocol", "sslPolicy"),
        DefaultActions: one.blocks("defaultActions").map(({ Redirect, FixedResponse, ...action }) => ({
            ...action,
            ...defined({ RedirectConfig: Redirect, FixedResponseConfig: FixedResponse }),
        })),
        ...(one.get("certificateArn") === undefined
            ? {}
            : { Certificates: [one.named({ CertificateArn: "certificateArn" })] }),
    }),
};

const targets: Conversion = {
    type: "AWS::ElasticLoadBalancingV2::TargetGroup",
    properties: (one) => ({
        ...one.same("vpcId", "port", "protocol", "targetType"),
        ...one.named({ HealthCheckEnabled: "healthCheck.enabled", HealthCheckPath: "healthCheck.path" }),
    }),
};

const disks = (blocks: readonly Properties[]): readonly Properties[] =>
    blocks.map(({ DeviceName, Ebs }) => {
        const { Encrypted, KmsKeyId, VolumeSize, VolumeType } = (Ebs ?? {}) as Properties;
        return { DeviceName, Ebs: defined({ Encrypted: flag(Encrypted), KmsKeyId, VolumeSize, VolumeType }) };
    });

const templateData = (template: Reader): Properties => ({
    ...template.same("imageId", "instanceType", "userData", "keyName"),
    ...(template.get("iamInstanceProfile") === undefined
        ? {}
        : { IamInstanceProfile: { Arn: template.get("iamInstanceProfile.arn") } }),
    ...(template.get("monitoring") === undefined
        ? {}
        : { Monitoring: { Enabled: flag(template.get("monitoring.enabled")) } }),
    MetadataOptions: pascalKeys(template.get("metadataOptions") ?? {}),
    BlockDeviceMappings: disks(template.blocks("blockDeviceMappings")),
    NetworkInterfaces: template
        .blocks("networkInterfaces")
        .map(({ AssociatePublicIpAddress, SecurityGroups, DeviceIndex }) =>
            defined({
                DeviceIndex,
                AssociatePublicIpAddress: flag(AssociatePublicIpAddress),
                Groups: SecurityGroups,
            }),
        ),
});

export const computeConversions: Conversions = {
    "aws:lb/loadBalancer:LoadBalancer": balancer,
    "aws:lb/listener:Listener": listener,
    "aws:lb/targetGroup:TargetGroup": targets,
    "aws:ec2/launchTemplate:LaunchTemplate": {
        type: "AWS::EC2::LaunchTemplate",
        properties: (template) => ({ LaunchTemplateData: templateData(template) }),
    },
    "aws:ec2/instance:Instance": {
        type: "AWS::EC2::Instance",
        properties: (host) => ({
            ...host.same("instanceType", "subnetId", "userData", "keyName", "monitoring", "sourceDestCheck"),
            ...host.named({
                ImageId: "ami",
                IamInstanceProfile: "iamInstanceProfile",
                DisableApiTermination: "disableApiTermination",
            }),
            NetworkInterfaces: [
                defined({
                    DeviceIndex: "0",
                    SubnetId: host.get("subnetId"),
                    AssociatePublicIpAddress: host.get("associatePublicIpAddress"),
                    GroupSet: host.get("vpcSecurityGroupIds"),
                }),
            ],
            BlockDeviceMappings: disks([
                { DeviceName: "/dev/xvda", Ebs: pascalKeys(host.get("rootBlockDevice") ?? {}) },
                ...host.blocks("ebsBlockDevices").map((disk) => ({ DeviceName: disk.DeviceName, Ebs: disk })),
            ]),
        }),
    },
    "aws:autoscaling/group:Group": {
        type: "AWS::AutoScaling::AutoScalingGroup",
        properties: (group) => ({
            ...group.named({
                VPCZoneIdentifier: "vpcZoneIdentifiers",
                TargetGroupARNs: "targetGroupArns",
                HealthCheckType: "healthCheckType",
                HealthCheckGracePeriod: "healthCheckGracePeriod",
            }),
            MinSize: String(group.get("minSize")),
            MaxSize: String(group.get("maxSize")),
            LaunchTemplate: { LaunchTemplateId: group.get("launchTemplate.id"), Version: "1" },
        }),
    },
    "aws:wafv2/webAcl:WebAcl": {
        type: "AWS::WAFv2::WebACL",
        properties: (acl) => ({
            ...acl.same("name", "scope"),
            DefaultAction: { Allow: {} },
            VisibilityConfig: {
                CloudWatchMetricsEnabled: true,
                MetricName: "acl",
                SampledRequestsEnabled: true,
            },
        }),
    },
    "aws:wafv2/webAclAssociation:WebAclAssociation": {
        type: "AWS::WAFv2::WebACLAssociation",
        properties: (association) =>
            association.named({ ResourceArn: "resourceArn", WebACLArn: "webAclArn" }),
    },
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
        type: "AWS::WAFv2::LoggingConfiguration",
        properties: (logging) => logging.same("logDestinationConfigs", "resourceArn"),
    },
};
