/** What kind of key a public key is, as its bytes say. */
export interface SshKey {
    readonly algorithm: string;
    /** Length of the modulus of an RSA key; 0 for others. */
    readonly bits: number;
}

/**
 * Reads a public key of SSH: OpenSSH's one line, or the block of RFC 4716. Undefined where it is
 * neither, or damaged. Source: RFC 4253 §6.6.
 */
export function readSshKey(written: string): SshKey | undefined {
    const block = /^---- BEGIN SSH2 PUBLIC KEY ----\s*\n([\s\S]*?)\n---- END SSH2 PUBLIC KEY ----/.exec(
        written.trim(),
    );
    const body =
        block === null
            ? written.trim().split(/\s+/)[1]
            : block[1]!.replace(/^[\w-]+:.*(?:\\\n.*)*$/gm, "").replace(/\s+/g, "");
    if (body === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) {
        return undefined;
    }
    const fields = fieldsOf(Buffer.from(body, "base64"));
    const algorithm = fields[0]?.toString("latin1");
    const label = block === null ? written.trim().split(/\s+/)[0] : algorithm;
    if (algorithm === undefined || algorithm !== label || fields.length < 2) {
        return undefined;
    }
    return { algorithm, bits: algorithm === "ssh-rsa" ? bitsOf(fields[2]) : 0 };
}

/** The fields of SSH's wire format, each led by its length; what is cut off is left out. */
function fieldsOf(bytes: Buffer): readonly Buffer[] {
    const fields: Buffer[] = [];
    for (let at = 0; at + 4 <= bytes.length;) {
        const end = at + 4 + bytes.readUInt32BE(at);
        if (end > bytes.length) {
            return [];
        }
        fields.push(bytes.subarray(at + 4, end));
        at = end;
    }
    return fields;
}

const bitsOf = (modulus: Buffer | undefined): number =>
    modulus === undefined || modulus.length === 0
        ? 0
        : BigInt(`0x${modulus.toString("hex")}`)
              .toString(2)
              .replace(/^0$/, "").length;
