import { runtime } from "@pulumi/pulumi";
import { isUnknownText } from "../../analysis/readers/property-values";
import { isSecret, signatureOf } from "./wire-values";

/** What is shown in place of a secret. */
export const secretText = "[secret]";

/** What is shown in place of a value that only the update will know. */
export const unknownMark = { unknown: true } as const;

/** A value on the wire as people and other programs may read it: secrets hidden, unknowns marked. */
export function readableValue(value: unknown): unknown {
    if (isUnknownText(value)) {
        return unknownMark;
    }
    if (Array.isArray(value)) {
        return value.map(readableValue);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (isSecret(value)) {
        return secretText;
    }
    const visible = Object.entries(value).filter(
        ([key, element]) => key !== runtime.specialSigKey && !key.startsWith("__") && element !== undefined,
    );
    return signatureOf(value) === runtime.specialResourceSig
        ? { ref: (value as unknown as { readonly urn: string }).urn, output: "id" }
        : Object.fromEntries(visible.map(([key, element]) => [key, readableValue(element)]));
}
