import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const ownKey = { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012" };
const place = { availabilityZone: "us-west-2a", size: 40 };
const volume = (inputs: Stated = {}) => aws("ebs:Volume")({ ...place, ...inputs });
const byDefault = (inputs: Stated = {}) => aws("ebs:EncryptionByDefault")(inputs, "default");
const user = { ami: "ami-123", instanceType: "t2.micro" };
const instance = (inputs: Stated = {}) => aws("ec2:Instance")({ ...user, ...inputs });
const configuration = (inputs: Stated = {}) =>
    aws("ec2:LaunchConfiguration")({ imageId: "ami-1", ...inputs });
const template = (...ebs: readonly Stated[]) =>
    aws("ec2:LaunchTemplate")({
        blockDeviceMappings: ebs.map((one) => ({ deviceName: "/dev/xvda", ebs: one })),
    });

const encrypted = { encrypted: true };
const plain = { encrypted: false };
const second = { volumeType: "gp2", deviceName: "/dev/xvdb" };
const image = (...ebsBlockDevices: readonly Stated[]) => aws("ec2:Ami")({ name: "image", ebsBlockDevices });
const device = (deviceName: string, more: Stated) => ({ deviceName, volumeSize: 8, ...more });

export const disks: readonly Fixture[] = [
    from("checkov", "CKV_AWS_3", {
        pass: { encrypted: [volume(encrypted)], "encrypted by default": [byDefault(), volume()] },
        fail: {
            "nothing said": [volume()],
            "not encrypted": [volume(plain)],
            "as a text": [volume({ encrypted: "false" })],
        },
    }),
    from("checkov", "CKV2_AWS_2", {
        pass: {
            "an encrypted disk of an instance": [
                volume(encrypted),
                aws("ec2:VolumeAttachment")(
                    { deviceName: "/dev/sdh", volumeId: ref("subject"), instanceId: "i-1" },
                    "attachment",
                ),
            ],
        },
        fail: {
            "a plain disk of an instance": [
                volume(plain),
                aws("ec2:VolumeAttachment")(
                    { deviceName: "/dev/sdh", volumeId: ref("subject"), instanceId: "i-1" },
                    "attachment",
                ),
            ],
        },
    }),
    from("cdk-nag", "EC2EBSVolumeEncrypted", {
        pass: { encrypted: [volume(encrypted)] },
        fail: { not: [volume(plain)] },
    }),
    from("trivy", "AWS-0026", {
        pass: { encrypted: [volume(encrypted)] },
        fail: { "nothing said": [volume()] },
    }),
    from("checkov", "CKV_AWS_8", {
        pass: {
            "an encrypted root disk": [instance({ rootBlockDevice: encrypted })],
            "two encrypted disks": [
                instance({ rootBlockDevice: encrypted, ebsBlockDevices: [{ ...second, ...encrypted }] }),
            ],
            "a configuration's root disk": [configuration({ rootBlockDevice: encrypted })],
            "a configuration's root disk beside an ephemeral one": [
                configuration({
                    rootBlockDevice: encrypted,
                    ephemeralBlockDevices: [{ deviceName: "somedisk", virtualName: "ephemeral0" }],
                }),
            ],
            "nothing said, encrypted by default": [byDefault(), instance()],
        },
        fail: {
            "a plain root disk": [instance({ rootBlockDevice: plain })],
            "a root disk that says nothing": [instance({ rootBlockDevice: {} })],
            "a plain second disk": [
                instance({ rootBlockDevice: encrypted, ebsBlockDevices: [{ ...second, ...plain }] }),
            ],
            "a plain second disk alone": [instance({ ebsBlockDevices: [{ ...second, ...plain }] })],
            "nothing said": [instance()],
            "a configuration's plain root disk": [configuration({ rootBlockDevice: plain })],
            "a configuration that says nothing": [configuration()],
        },
    }),
    from("trivy", "AWS-0008", {
        pass: { "a configuration's root disk": [configuration({ rootBlockDevice: encrypted })] },
        fail: { "a plain one": [configuration({ rootBlockDevice: plain })] },
    }),
    from("trivy", "AWS-0131", {
        pass: { "an instance's root disk": [instance({ rootBlockDevice: encrypted })] },
        fail: { "a plain one": [instance({ rootBlockDevice: plain })] },
    }),
    from("fsbp", "EC2.181", {
        pass: { "a template's disk": [template({ encrypted: "true" })] },
        fail: {
            "a template's plain disk": [template({ encrypted: "false" })],
            "a template's second plain disk": [template({ encrypted: "true" }, { encrypted: "false" })],
            "a template's disk that says nothing": [template({ volumeSize: 20 })],
        },
    }),
    from("checkov", "CKV_AWS_204", {
        pass: {
            "a disk of a snapshot, and an encrypted one": [
                image(device("/dev/xvda1", { snapshotId: "snap-1" }), device("/dev/xvda2", encrypted)),
            ],
            "an encrypted disk": [image(device("/dev/xvda1", encrypted))],
        },
        fail: {
            "a disk of a snapshot, and a plain one": [
                image(device("/dev/xvda1", { snapshotId: "snap-1" }), device("/dev/xvda2", plain)),
            ],
            "a plain disk": [image(device("/dev/xvda1", plain))],
            "a disk that says nothing": [image(device("/dev/xvda1", {}))],
        },
    }),
    from("checkov", "CKV_AWS_106", {
        pass: { "on, as it is by default": [byDefault()], on: [byDefault({ enabled: true })] },
        fail: { off: [byDefault({ enabled: false })] },
    }),
    from("checkov", "CKV_AWS_189", {
        pass: { "a key of ours": [volume({ ...encrypted, ...ownKey })] },
        fail: {
            none: [volume(encrypted)],
            "AWS's own": [volume({ ...encrypted, kmsKeyId: "alias/aws/ebs" })],
        },
    }),
    from("trivy", "AWS-0027", {
        pass: { "a key of ours": [volume({ ...encrypted, ...ownKey })] },
        fail: { none: [volume(encrypted)] },
    }),
    from("checkov", "CKV_AWS_205", {
        fail: {
            "another account": [
                aws("ec2:AmiLaunchPermission")({ imageId: "ami-2345678", accountId: "987654321012" }),
            ],
            everybody: [aws("ec2:AmiLaunchPermission")({ imageId: "ami-2345678", group: "all" })],
        },
    }),
    from("checkov", "CKV_AWS_302", {
        pass: {
            "shared with nobody": [
                aws("rds:Snapshot")({ dbInstanceIdentifier: "d", dbSnapshotIdentifier: "s" }),
            ],
        },
        fail: {
            "shared with everybody": [
                aws("rds:Snapshot")({
                    dbInstanceIdentifier: "d",
                    dbSnapshotIdentifier: "s",
                    sharedAccounts: ["all"],
                }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_146", {
        pass: {
            "of an encrypted cluster": [
                aws("rds:Cluster")({ engine: "aurora-mysql", storageEncrypted: true }, "cluster"),
                aws("rds:ClusterSnapshot")({ dbClusterIdentifier: ref("cluster") }),
            ],
        },
        fail: {
            "of a cluster that is not": [
                aws("rds:Cluster")({ engine: "aurora-mysql", storageEncrypted: false }, "cluster"),
                aws("rds:ClusterSnapshot")({ dbClusterIdentifier: ref("cluster") }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_183", {
        pass: {
            "a key of ours": [
                aws("ebs:SnapshotCopy")({
                    sourceSnapshotId: "snap-1",
                    sourceRegion: "us-west-2",
                    ...encrypted,
                    ...ownKey,
                }),
            ],
        },
        fail: {
            "no key": [
                aws("ebs:SnapshotCopy")({
                    sourceSnapshotId: "snap-1",
                    sourceRegion: "us-west-2",
                    ...encrypted,
                }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_235", {
        pass: { encrypted: [aws("ec2:AmiCopy")({ sourceAmiId: "ami-1", ...encrypted })] },
        fail: {
            "nothing said": [aws("ec2:AmiCopy")({ sourceAmiId: "ami-1" })],
            "not encrypted": [aws("ec2:AmiCopy")({ sourceAmiId: "ami-1", ...plain })],
        },
    }),
    from("checkov", "CKV_AWS_386", {
        pass: {
            "an image by a public parameter of AWS": [
                instance({
                    ami: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                }),
            ],
            "an image of this stack": [image(device("/dev/xvda1", encrypted)), instanceOf("subject")],
        },
        fail: { "an image by an id that somebody copied": [instance()] },
    }),
];

function instanceOf(ami: string) {
    return aws("ec2:Instance")({ ...user, ami: ref(ami) }, "host");
}
