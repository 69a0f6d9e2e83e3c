import { configuration, fleet, host, later, parameter } from "../../support/hosts";
import { ref, resource, type Specimens } from "../../support/specimen";

const fromParameter = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
const settings = (inputs: object = {}) =>
    resource("aws:ec2/allowedImagesSettings:AllowedImagesSettings", "allowed", {
        state: "enabled",
        imageCriterions: [{ imageProviders: ["amazon"] }],
        ...inputs,
    });
const ownImage = resource("aws:ec2/amiCopy:AmiCopy", "golden", { sourceAmiId: "ami-11112222" });
const share = (inputs: object) => [
    ownImage,
    resource("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "share", {
        imageId: ref("golden"),
        ...inputs,
    }),
];

export const specimens: Specimens = {
    config: { trustedImages: ["ami-99998888"], trustedAccounts: ["111122223333"] },
    compliant: {
        "an image by public parameter": fleet({ imageId: fromParameter }),
        "an image that is listed": host({ ami: "ami-99998888" }),
        "an image of the program": [ownImage, ...host({ ami: ref("golden") })],
        "an account that is held to its owners": [settings(), ...host({ ami: "ami-11112222" })],
        "an account that another stack holds to them": {
            config: { provided: "elsewhere" },
            resources: host({ ami: "ami-11112222" }),
        },
        "an image that its template names": host({ launchTemplate: { id: "lt-11112222" } }),
        "an image shared with a trusted account": share({ accountId: "111122223333" }),
    },
    violating: {
        "an image that nobody has listed": host({ ami: "ami-11112222" }),
        "in a template": fleet({ imageId: "ami-11112222" }),
        "an outdated launch configuration": configuration(),
        "settings that only count": [settings({ state: "audit-mode" }), ...host({ ami: "ami-11112222" })],
        "settings that name no owner": [settings({ imageCriterions: [] })],
        "an image shared with everybody": share({ group: "all" }),
        "an image shared with a stranger": share({ accountId: "444455556666" }),
        "an image shared with an organization": share({
            organizationArn: "arn:aws:organizations::111122223333:organization/o-1234567890",
        }),
    },
    undecidable: {
        "an image that is chosen later": [parameter, ...host({ ami: later })],
        "an account that is known later": [parameter, ...share({ accountId: later })],
    },
};
