import { currentToken } from "./current-token";

/** Modules whose resources Terraform calls by another prefix than the module's own name. */
const prefixes: { readonly [module: string]: string } = {
    cfg: "config_",
    ec2: "",
    ec2clientvpn: "ec2_client_vpn_",
    ec2transitgateway: "ec2_",
    lb: "lb_",
    rds: "db_",
    vpc: "vpc_",
};

/** Resources that are called otherwise altogether. */
const exceptions: { readonly [token: string]: string } = {
    "cfg/recorder": "aws_config_configuration_recorder",
    "cfg/recorderStatus": "aws_config_configuration_recorder_status",
    "cfg/rule": "aws_config_config_rule",
    "cloudtrail/trail": "aws_cloudtrail",
    "ec2/imageBlockPublicAccess": "aws_ec2_image_block_public_access",
    "ec2/instanceMetadataDefaults": "aws_ec2_instance_metadata_defaults",
    "ec2/managedPrefixList": "aws_ec2_managed_prefix_list",
    "ec2/serialConsoleAccess": "aws_ec2_serial_console_access",
    "elb/loadBalancer": "aws_elb",
    "lb/loadBalancer": "aws_lb",
    "s3/bucketV2": "aws_s3_bucket",
    "s3/bucketAclV2": "aws_s3_bucket_acl",
};

/** `blockPublicAcls` as Terraform writes it. */
export const snakeCase = (name: string): string =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What Terraform calls a type of @pulumi/aws; undefined for what is no resource of AWS's provider. */
export function terraformType(token: string): string | undefined {
    const [, path] = /^aws:([\w]+\/[\w]+):/.exec(currentToken(token)) ?? [];
    if (path === undefined) {
        return undefined;
    }
    const [module = "", name = ""] = path.split("/");
    return exceptions[path] ?? `aws_${prefixes[module] ?? `${module}_`}${snakeCase(name)}`;
}

/** Blocks that @pulumi/aws puts into the plural and Terraform does not, and other renamed properties. */
const renamed: { readonly [property: string]: string } = {
    approvalRules: "approval_rule",
    defaultActions: "default_action",
    ebsBlockDevices: "ebs_block_device",
    entries: "entry",
    eventSelectors: "event_selector",
    listeners: "listener",
    patchFilters: "patch_filter",
    routes: "route",
    selectionTags: "selection_tag",
    vpcZoneIdentifiers: "vpc_zone_identifier",
    protectedResourceArns: "protected_resource_arns",
};

const renamedOf: { readonly [type: string]: { readonly [property: string]: string } } = {
    aws_autoscaling_group: { tags: "tag" },
    aws_backup_plan: { rules: "rule" },
    aws_db_parameter_group: { parameters: "parameter" },
    aws_s3_bucket_lifecycle_configuration: { rules: "rule" },
    aws_s3_bucket_server_side_encryption_configuration: { rules: "rule" },
    aws_wafv2_web_acl: { rules: "rule" },
};

export const terraformProperty = (type: string, property: string): string =>
    renamedOf[type]?.[property] ?? renamed[property] ?? snakeCase(property);

/** Properties that hold a map and no block. */
export const maps = new Set(["tags", "tags_all", "dimensions", "input_parameters"]);
