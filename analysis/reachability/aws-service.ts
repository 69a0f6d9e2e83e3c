/**
 * The services whose prefix lists only AWS can spell out and which a gateway endpoint serves. An
 * address either belongs to one of them or it does not; which, is part of the question asked.
 */
const gatewayServices = ["s3", "dynamodb", "s3express"];

/** `s3` for `s3`, `com.amazonaws.us-east-1.s3`; undefined for what has no gateway endpoint. */
export function awsServiceOf(name: string | undefined): string | undefined {
    const last = name?.split(".").at(-1);
    return last !== undefined && gatewayServices.includes(last) ? last : undefined;
}
