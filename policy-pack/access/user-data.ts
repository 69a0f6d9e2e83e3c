import { gunzipSync } from "node:zlib";
import { text, type Reading, type Source } from "../reading";

/** The most that a compressed text may unfold to: EC2 itself takes 16 KB before it is compressed. */
const longest = 1024 * 1024;

/** The properties under which user data can be written. */
export const userDataProperties = ["userData", "userDataBase64"] as const;

/**
 * What a host runs at its first boot, in the clear: base64 and gzip are undone, however often. Empty
 * where there is none.
 */
export function userData(source: Source): Reading<string> {
    const [plain, encoded] = userDataProperties.map((property) => text(source, property, ""));
    if (!plain!.known || !encoded!.known) {
        return plain!.known ? encoded! : plain!;
    }
    const written = plain!.value === "" ? encoded! : plain!;
    return { ...written, value: inTheClear(written.value, 3) };
}

function inTheClear(value: string, layers: number): string {
    const compact = value.replace(/\s+/g, "");
    const isEncoded =
        compact.length >= 8 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0;
    if (!isEncoded || layers === 0) {
        return value;
    }
    const bytes = Buffer.from(compact, "base64");
    const unfolded = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes) : bytes;
    const decoded = unfolded?.toString("utf8");
    // A word that merely looks like base64 does not become a text.
    return decoded === undefined || decoded.includes("\uFFFD") ? value : inTheClear(decoded, layers - 1);
}

function gunzipped(bytes: Buffer): Buffer | undefined {
    try {
        return gunzipSync(bytes, { maxOutputLength: longest });
    } catch {
        return undefined;
    }
}
