/** What is wrong with a public key, or nothing. */
export type KeyProblem = string | undefined;

/** RSA keys shorter than this are refused; the seed asks for RSA 4096 or Ed25519. */
export const shortestRsaBits = 4096;

/**
 * Checks a public key in OpenSSH's one-line form by reading its bytes, not its label. Accepts Ed25519,
 * and RSA of 4096 bits or more. Source: RFC 4253 §6.6, RFC 8709.
 */
export function publicKeyProblem(line: string): KeyProblem {
    if (line.includes("PRIVATE KEY")) {
        return "is a private key; give the .pub file, and treat the private one as leaked";
    }
    const [label, body] = line.trim().split(/\s+/);
    if (label === undefined || body === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) {
        return "is not a public key in OpenSSH's one-line form";
    }
    const fields = wireFields(Buffer.from(body, "base64"));
    const algorithm = fields?.[0]?.toString("latin1");
    if (fields === undefined || algorithm !== label) {
        return "is damaged: its bytes do not say what its label says";
    }
    if (algorithm === "ssh-ed25519") {
        return fields[1]?.length === 32 ? undefined : "is damaged: an Ed25519 key has 32 bytes";
    }
    if (algorithm !== "ssh-rsa") {
        return `is of type ${algorithm}; use Ed25519, or RSA of ${shortestRsaBits} bits`;
    }
    const bits = bitLength(fields[2]);
    return bits >= shortestRsaBits
        ? undefined
        : `is RSA of ${bits} bits; use Ed25519, or RSA of ${shortestRsaBits} bits or more`;
}

/** The length-prefixed fields of SSH's wire format; undefined where the lengths do not add up. */
function wireFields(bytes: Buffer): Buffer[] | undefined {
    const fields: Buffer[] = [];
    let at = 0;
    while (at < bytes.length) {
        if (at + 4 > bytes.length) {
            return undefined;
        }
        const length = bytes.readUInt32BE(at);
        if (at + 4 + length > bytes.length) {
            return undefined;
        }
        fields.push(bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length;
    }
    return fields;
}

function bitLength(number: Buffer | undefined): number {
    const hex = number?.toString("hex").replace(/^0+/, "") ?? "";
    return hex === "" ? 0 : (hex.length - 1) * 4 + parseInt(hex[0]!, 16).toString(2).length;
}
