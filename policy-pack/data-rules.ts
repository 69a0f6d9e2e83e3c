import { albHygiene } from "./policies/data/alb-hygiene";
import { backupPlan } from "./policies/data/backup-plan";
import { backupRestoreTest } from "./policies/data/backup-restore-test";
import { ebsCmk } from "./policies/data/ebs-cmk";
import { ebsDefaultEncryption } from "./policies/data/ebs-default-encryption";
import { ebsVolumeEncrypted } from "./policies/data/ebs-volume-encrypted";
import { instanceDisksEncrypted } from "./policies/data/instance-disks-encrypted";
import { kmsPolicy } from "./policies/data/kms-policy";
import { kmsRotation } from "./policies/data/kms-rotation";
import { lbHttps } from "./policies/data/lb-https";
import { lbTlsPolicy } from "./policies/data/lb-tls-policy";
import { rdsBackups } from "./policies/data/rds-backups";
import { rdsDeletionProtection } from "./policies/data/rds-deletion-protection";
import { rdsEncrypted } from "./policies/data/rds-encrypted";
import { rdsForceSsl } from "./policies/data/rds-force-ssl";
import { rdsHygiene } from "./policies/data/rds-hygiene";
import { rdsIamAuth } from "./policies/data/rds-iam-auth";
import { rdsInVpc } from "./policies/data/rds-in-vpc";
import { rdsMultiAz } from "./policies/data/rds-multi-az";
import { rdsPublic } from "./policies/data/rds-public";
import { restoreAttested } from "./policies/data/restore-attested";
import { s3BlockPublic } from "./policies/data/s3-block-public";
import { s3Encryption } from "./policies/data/s3-encryption";
import { snapshotPrivate } from "./policies/data/snapshot-private";
import { snsEncryption } from "./policies/data/sns-encryption";
import { targetGroupHealth } from "./policies/data/target-group-health";
import type { AnyRule } from "./rule";

/** The policies of the controls of data protection. */
export const dataRules: readonly AnyRule[] = [
    albHygiene,
    backupPlan,
    backupRestoreTest,
    ebsCmk,
    ebsDefaultEncryption,
    ebsVolumeEncrypted,
    instanceDisksEncrypted,
    kmsPolicy,
    kmsRotation,
    lbHttps,
    lbTlsPolicy,
    rdsBackups,
    rdsDeletionProtection,
    rdsEncrypted,
    rdsForceSsl,
    rdsHygiene,
    rdsIamAuth,
    rdsInVpc,
    rdsMultiAz,
    rdsPublic,
    restoreAttested,
    s3BlockPublic,
    s3Encryption,
    snapshotPrivate,
    snsEncryption,
    targetGroupHealth,
];
