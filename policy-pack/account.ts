import type { Stack } from "./stack";

/** Settings that an account or a region has once. Whoever manages one of them answers for the others. */
const accountWide = [
    "aws:cfg/recorder:Recorder",
    "aws:cloudtrail/trail:Trail",
    "aws:ebs/defaultKmsKey:DefaultKmsKey",
    "aws:ebs/encryptionByDefault:EncryptionByDefault",
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
    "aws:guardduty/detector:Detector",
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    "aws:securityhub/account:Account",
];

/** Whether the stack is the one that sees to its account as a whole. */
export const managesAccount = (stack: Stack): boolean => stack.ofType(...accountWide).length > 0;

/** Whether the stack manages anything of AWS at all. */
export const managesAnything = (stack: Stack): boolean =>
    stack.records.some(({ type, external }) => type.startsWith("aws:") && external !== true);
