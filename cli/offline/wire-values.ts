import { runtime } from "@pulumi/pulumi";

/** What the SDK writes in place of a value that the preview does not know. */
export const unknownText = runtime.unknownValue;

/** Marks a value as secret the way the SDK does. */
export const secretOf = (value: unknown): object => ({
    [runtime.specialSigKey]: runtime.specialSecretSig,
    value,
});

export const isSecret = (value: unknown): boolean => signatureOf(value) === runtime.specialSecretSig;

/** The value inside the secret's envelope, or the value itself where it is none. */
export const unwrapSecret = (value: unknown): unknown =>
    isSecret(value) ? (value as { readonly value?: unknown }).value : value;

/** What an object on the wire stands for, if it is not just itself. */
export const signatureOf = (value: unknown): string | undefined =>
    typeof value === "object" && value !== null
        ? (value as { readonly [key: string]: string | undefined })[runtime.specialSigKey]
        : undefined;
