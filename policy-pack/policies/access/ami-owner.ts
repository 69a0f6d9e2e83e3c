import { imageFaults, laxSettings, permissionType, settingsType, sharingFaults } from "../../access/images";
import { launchTypes } from "../../access/launch";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const amiOwner = rule(
    {
        id: "ami-owner",
        title: "Hosts start from images of known owners, and own images stay private",
        severity: "medium",
        checklist: ["access-4"],
        why: "An image by an id that somebody copied may be anybody's; what it runs has all the host's rights.",
        fix: "Take the image from a public parameter (`resolve:ssm:/aws/service/…`), list it, or manage `aws.ec2.AllowedImagesSettings`.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
        config: {
            trustedImages: textList("Ids of images that may be started", []),
            trustedAccounts: textList("Accounts that own images may be shared with", []),
            provided: provided("the settings of allowed images"),
        },
    },
    perStack((stack, { trustedImages, trustedAccounts, provided }) => {
        const settings = stack.stated(settingsType);
        const lax = settings.flatMap(laxSettings);
        const isEnforced = provided === "elsewhere" || (settings.length > 0 && lax.length === 0);
        const shared = stack.stated(permissionType);
        return [
            ...lax,
            ...shared.flatMap((permission) => sharingFaults(permission, trustedAccounts)),
            ...stack
                .stated(...launchTypes)
                .flatMap((host) => (isEnforced ? [] : imageFaults(stack, host, trustedImages))),
        ];
    }),
);
