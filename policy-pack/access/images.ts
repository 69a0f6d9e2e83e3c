import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, isSet, text } from "../reading";
import type { Stack } from "../stack";

export const settingsType = "aws:ec2/allowedImagesSettings:AllowedImagesSettings";
export const permissionType = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";

/** Images that the program makes itself. */
const ownImages = ["ami:Ami", "amiCopy:AmiCopy", "amiFromInstance:AmiFromInstance"].map(
    (type) => `aws:ec2/${type}`,
);

/** What keeps the account's settings from holding hosts to images of named owners. */
export const laxSettings = (settings: ResourceRecord): Faults => [
    ...faultUnless(
        text(settings, "state", ""),
        (state) => state === "enabled",
        (state) => `is "${state}", so images of any owner can be started`,
    ),
    ...(isSet(settings, "imageCriterions")
        ? []
        : [
              violates(
                  at(settings, "imageCriterions"),
                  "names no owner, so images of any owner can be started",
              ),
          ]),
];

/** An image that is shared, but for accounts that are trusted with it. */
export function sharingFaults(permission: ResourceRecord, trusted: readonly string[]): Faults {
    const account = text(permission, "accountId", "");
    if (!account.known) {
        return [undecidable(account.undecided, "with whom the image is shared cannot be told")];
    }
    return trusted.includes(account.value) ? [] : [violates(permission, "shares an image with others")];
}

/** An image by an id of which nothing says whose it is. */
export function imageFaults(stack: Stack, host: ResourceRecord, trusted: readonly string[]): Faults {
    const property = isSet(host, "ami") ? "ami" : "imageId";
    const image = text(host, property, "");
    const own = stack.references(host, property, ...ownImages);
    if (own.known && own.value.length > 0) {
        return [];
    }
    if (!image.known) {
        return [undecidable(image.undecided, "whose image it is cannot be told")];
    }
    const isKnown = ["", ...trusted].includes(image.value) || image.value.startsWith("resolve:ssm:");
    return isKnown ? [] : [violates(image.place, `is ${image.value}, and nothing says whose image that is`)];
}
