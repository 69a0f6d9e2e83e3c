import { types } from "../../support/resource-types";
import { ownKey } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

type Inputs = SpecimenResource["inputs"];
const instance = (inputs: Inputs) => [resource(types.instance, "host", inputs)];
const template = (...blockDeviceMappings: readonly Inputs[]) => [
    resource(types.launchTemplate, "template", { blockDeviceMappings }),
];
const image = (ebsBlockDevices: readonly Inputs[]) => [
    resource("aws:ec2/ami:Ami", "image", { rootDeviceName: "/dev/xvda", ebsBlockDevices }),
];
const fleet = (specification: Inputs) => [
    resource("aws:ec2/spotFleetRequest:SpotFleetRequest", "fleet", { launchSpecifications: [specification] }),
];
const sound = { encrypted: true, kmsKeyId: ownKey };
const root = { deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: ownKey } };
const byDefault = resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "by-default", {
    enabled: true,
});

export const specimens: Specimens = {
    compliant: {
        "all disks": instance({ rootBlockDevice: sound, ebsBlockDevices: [sound] }),
        "an instance store beside the root": template(root, {
            deviceName: "/dev/sdb",
            virtualName: "ephemeral0",
        }),
        "a disk of the image left out": template(root, { deviceName: "/dev/sdc", noDevice: "true" }),
        "nothing said, and the account's default": [...instance({}), byDefault],
        "disks of a template": [...instance({ launchTemplate: { id: ref("template") } }), ...template(root)],
        "an image of a snapshot": image([{ deviceName: "/dev/xvda", snapshotId: "snap-11112222" }]),
        "a spot fleet": fleet({ rootBlockDevices: [sound] }),
    },
    violating: {
        "a root disk that nobody mentions": instance({}),
        "a root disk that is not": instance({ rootBlockDevice: { encrypted: false } }),
        "a root disk that does not say": instance({ rootBlockDevice: { volumeSize: 20 } }),
        "one data disk": instance({ rootBlockDevice: sound, ebsBlockDevices: [sound, { encrypted: false }] }),
        "a template's false that is a text": template({
            deviceName: "/dev/xvda",
            ebs: { encrypted: "false" },
        }),
        "a template's disk that does not say": template({ deviceName: "/dev/xvda", ebs: { volumeSize: 20 } }),
        "a template without disks": template(),
        "said not to be, whatever the account's default": [
            ...instance({ rootBlockDevice: { encrypted: false } }),
            byDefault,
        ],
        "an older launch configuration": [
            resource("aws:ec2/launchConfiguration:LaunchConfiguration", "older", {
                rootBlockDevice: { encrypted: false },
            }),
        ],
        "a spot fleet": fleet({ ebsBlockDevices: [sound] }),
        "a spot request": [resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot", {})],
        "an image": image([{ deviceName: "/dev/xvda", volumeSize: 8 }]),
    },
    undecidable: {
        "as nobody knows yet": instance({ rootBlockDevice: { encrypted: ref("host", "anything") } }),
    },
};
