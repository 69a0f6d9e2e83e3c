import type { ResourceRecord } from "../../analysis/model/resource-record";
import { flag, isSet, text } from "../reading";
import type { Stack } from "../stack";

/** Whether the stack turns on, where this resource is, that AWS encrypts every new disk. */
export const encryptsByDefault = (stack: Stack, resource: ResourceRecord): boolean =>
    stack.stated("aws:ebs/encryptionByDefault:EncryptionByDefault").some((setting) => {
        const on = flag(setting, "enabled", true);
        return on.known && on.value && inSameRegion(setting, resource);
    });

/** Whether the stack sets, where this resource is, the key that new disks get when they name none. */
export const hasDefaultKey = (stack: Stack, resource: ResourceRecord): boolean =>
    stack
        .stated("aws:ebs/defaultKmsKey:DefaultKmsKey")
        .some((setting) => isSet(setting, "keyArn") && inSameRegion(setting, resource));

/** By the region they name, or by the provider they take theirs from. */
function inSameRegion(one: ResourceRecord, other: ResourceRecord): boolean {
    const [first, second] = [text(one, "region"), text(other, "region")];
    if (!first.known || !second.known || first.value !== second.value) {
        return false;
    }
    return first.value !== undefined || one.provider === other.provider;
}
