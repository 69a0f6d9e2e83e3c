import { later, parameter } from "../../support/hosts";
import { resource, type Specimens } from "../../support/specimen";

/** A field of SSH's wire format, led by its length. */
function field(content: Buffer): Buffer {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, content]);
}

const wire = (algorithm: string, ...fields: readonly Buffer[]): string =>
    Buffer.concat([Buffer.from(algorithm), ...fields].map(field)).toString("base64");

/** An RSA key whose modulus has so many bits; a number with its highest bit set is led by a zero. */
const rsa = (bits: number): string =>
    wire("ssh-rsa", Buffer.from([1, 0, 1]), Buffer.concat([Buffer.from([0]), Buffer.alloc(bits / 8, 0xb5)]));
const ed25519 = wire("ssh-ed25519", Buffer.alloc(32, 7));
const ecdsa = wire("ecdsa-sha2-nistp256", Buffer.from("nistp256"), Buffer.alloc(65, 4));

const pair = (publicKey?: string) => [resource("aws:ec2/keyPair:KeyPair", "deployer", { publicKey })];

export const specimens: Specimens = {
    compliant: {
        Ed25519: pair(`ssh-ed25519 ${ed25519} alice@example.com`),
        "RSA of 4096 bits": pair(`ssh-rsa ${rsa(4096)}`),
        "RSA of 3072 bits, where that will do": {
            config: { rsaBits: 3072 },
            resources: pair(`ssh-rsa ${rsa(3072)}`),
        },
        "a block of RFC 4716": pair(
            "---- BEGIN SSH2 PUBLIC KEY ----\n" +
                'Comment: "4096-bit RSA"\n' +
                `${rsa(4096).replace(/(.{70})/g, "$1\n")}\n` +
                "---- END SSH2 PUBLIC KEY ----\n",
        ),
    },
    violating: {
        "RSA of 2048 bits": pair(`ssh-rsa ${rsa(2048)} alice@example.com`),
        "RSA of 3072 bits": pair(`ssh-rsa ${rsa(3072)}`),
        "a NIST curve": pair(`ecdsa-sha2-nistp256 ${ecdsa}`),
        "DSA under the label of another": pair(`ssh-rsa ${ed25519}`),
        "a key that is cut off": pair(`ssh-rsa ${rsa(4096).slice(0, 100)}`),
        "a private key": pair(`-----BEGIN OPENSSH ${"PRIVATE"} KEY-----\nAAAA`),
        "no key": pair(),
        "a word": pair("secret"),
    },
    undecidable: {
        "a key that is made later": [
            parameter,
            resource("aws:ec2/keyPair:KeyPair", "deployer", { publicKey: later }),
        ],
    },
};
