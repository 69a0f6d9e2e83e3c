import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import type { Properties } from "../property-values";
import type { RulesByType, ServiceRules } from "../service-rules";

/** Types that a name identifies in an account: a second of the name is refused, and the name is the id. */
const named: { readonly [type: string]: { property: string; code: string; arn?: [string, string] } } = {
    "aws:cloudwatch/logGroup:LogGroup": {
        property: "name",
        code: "ResourceAlreadyExistsException",
        arn: ["logs", "log-group:"],
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        property: "name",
        code: "ResourceConflict",
        arn: ["cloudwatch", "alarm:"],
    },
    "aws:cloudwatch/eventRule:EventRule": {
        property: "name",
        code: "ResourceConflict",
        arn: ["events", "rule/"],
    },
    "aws:cloudwatch/dashboard:Dashboard": { property: "dashboardName", code: "ResourceConflict" },
    "aws:iam/role:Role": { property: "name", code: "EntityAlreadyExists", arn: ["iam", "role/"] },
    "aws:iam/instanceProfile:InstanceProfile": {
        property: "name",
        code: "EntityAlreadyExists",
        arn: ["iam", "instance-profile/"],
    },
    "aws:kms/alias:Alias": { property: "name", code: "AlreadyExistsException", arn: ["kms", ""] },
    "aws:s3/bucket:Bucket": { property: "bucket", code: "BucketAlreadyOwnedByYou", arn: ["s3", ""] },
    "aws:ec2/keyPair:KeyPair": { property: "keyName", code: "InvalidKeyPair.Duplicate" },
    "aws:backup/vault:Vault": {
        property: "name",
        code: "AlreadyExistsException",
        arn: ["backup", "backup-vault:"],
    },
    "aws:rds/parameterGroup:ParameterGroup": { property: "name", code: "DBParameterGroupAlreadyExists" },
    "aws:elasticache/subnetGroup:SubnetGroup": { property: "name", code: "CacheSubnetGroupAlreadyExists" },
    "aws:sqs/queue:Queue": { property: "name", code: "QueueAlreadyExists", arn: ["sqs", ""] },
    "aws:cfg/rule:Rule": { property: "name", code: "ResourceConflict", arn: ["config", "config-rule/"] },
};

/** Types that an account has one of in a region: a second environment must not bring its own. */
const single: { readonly [type: string]: string } = {
    "aws:guardduty/detector:Detector": "BadRequestException",
    "aws:cfg/recorder:Recorder": "MaxNumberOfConfigurationRecordersExceededException",
    "aws:cfg/deliveryChannel:DeliveryChannel": "MaxNumberOfDeliveryChannelsExceededException",
};

/** Types whose ARN is their id. */
const byArn: { readonly [type: string]: [string, string] } = {
    "aws:sns/topic:Topic": ["sns", ""],
    "aws:iam/policy:Policy": ["iam", "policy/"],
    "aws:cloudtrail/trail:Trail": ["cloudtrail", "trail/"],
};

const prefixed: { readonly [type: string]: string } = {
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": "dopt",
    "aws:ec2/launchTemplate:LaunchTemplate": "lt",
    "aws:ec2/managedPrefixList:ManagedPrefixList": "pl",
    "aws:ec2/vpnGateway:VpnGateway": "vgw",
    "aws:ec2/customerGateway:CustomerGateway": "cgw",
    "aws:ec2/vpnConnection:VpnConnection": "vpn",
    "aws:ebs/volume:Volume": "vol",
};

function rulesForNamed(type: string): ServiceRules {
    const { property, code, arn } = named[type]!;
    return {
        id: (inputs) => textOf(inputs[property]),
        create(account, inputs) {
            const name = textOf(inputs[property]);
            if (account.find(type, name) !== undefined) {
                throw new AwsError(code, `${name} already exists`);
            }
            return arn && { arn: account.arn(arn[0], `${arn[1]}${name}`) };
        },
        remove: type.startsWith("aws:iam/") ? refuseWhileHeld : undefined,
    };
}

/** A role with policies, or in an instance profile, stays. */
function refuseWhileHeld(account: Account, { id, type }: { id: string; type: string }): void {
    const holders = account
        .of(
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "aws:iam/instanceProfile:InstanceProfile",
        )
        .filter(({ properties }) => type === "aws:iam/role:Role" && properties["role"] === id);
    if (holders.length > 0) {
        throw new AwsError("DeleteConflict", `Cannot delete entity, must detach first: ${holders[0]!.id}`);
    }
}

const rulesForSingle = (type: string): ServiceRules => ({
    create(account) {
        if (account.of(type).length > 0) {
            throw new AwsError(single[type]!, "the account has one in this region already");
        }
    },
});

const rulesForArn = (type: string): ServiceRules => {
    const [service, path] = byArn[type]!;
    const arnOf = (inputs: Properties, account: Account) =>
        account.arn(service, `${path}${textOf(inputs["name"])}`);
    return {
        id: arnOf,
        create(account, _, id) {
            if (account.find(type, id) !== undefined) {
                throw new AwsError("EntityAlreadyExists", `${id} already exists`);
            }
            return { arn: id };
        },
    };
};

const rulesFor = (types: object, rules: (type: string) => ServiceRules) =>
    Object.fromEntries(Object.keys(types).map((type) => [type, rules(type)]));

/** What is named, or counted, across a whole account: logs, roles, keys, alarms, detectors. */
export const accountWide: RulesByType = {
    ...rulesFor(named, rulesForNamed),
    ...rulesFor(single, rulesForSingle),
    ...rulesFor(byArn, rulesForArn),
    ...rulesFor(prefixed, (type) => ({ prefix: prefixed[type]! })),
    "aws:ssm/parameter:Parameter": {
        id: (inputs) => textOf(inputs["name"]),
        replaces: (olds, news) => olds["tier"] === "Advanced" && news["tier"] === "Standard",
    },
    "aws:kms/key:Key": {
        prefix: "key",
        create: (account, _, id) => ({ keyId: id, arn: account.arn("kms", `key/${id}`) }),
    },
};
