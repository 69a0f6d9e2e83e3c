import { undecidable, violates, type Faults } from "../../fault";
import { readSshKey } from "../../access/ssh-key";
import { text } from "../../reading";
import { perResource, rule } from "../../rule";
import { wholeNumber } from "../../settings";

export const sshKeyStrength = rule(
    {
        id: "ssh-key-strength",
        title: "SSH keys are Ed25519, or RSA of 4096 bits",
        severity: "medium",
        checklist: ["access-1"],
        why: "Short RSA keys, DSA and the NIST curves are within reach, or resting on ground nobody trusts.",
        fix: "Make a new key by `ssh-keygen -t ed25519`, and give its .pub file.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-key-pairs.html",
        config: { rsaBits: wholeNumber("Fewest bits of an RSA key, 3072 or more", 4096, 3072) },
    },
    perResource(["aws:ec2/keyPair:KeyPair"], (pair, { rsaBits }): Faults => {
        const written = text(pair, "publicKey", "");
        if (!written.known) {
            return [undecidable(written.undecided, "how strong the key is cannot be told")];
        }
        if (/PRIVATE KEY/.test(written.value)) {
            return [violates(written.place, "is a private key; take it for leaked")];
        }
        const key = readSshKey(written.value);
        if (key === undefined) {
            return [violates(written.place, "is no public key of SSH, or damaged")];
        }
        if (key.algorithm === "ssh-rsa") {
            const isShort = key.bits < rsaBits;
            return isShort ? [violates(written.place, `is RSA of ${key.bits} bits, not ${rsaBits}`)] : [];
        }
        return key.algorithm === "ssh-ed25519"
            ? []
            : [violates(written.place, `is of type ${key.algorithm}`)];
    }),
);
