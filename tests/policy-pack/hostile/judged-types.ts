import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");

/** Every type token that the pack or the model names in its source. */
export function judgedTypes(): readonly string[] {
    const files = ["policy-pack", "analysis"].flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(".ts") && !file.includes("node_modules"))
            .map((file) => join(root, folder, file)),
    );
    const tokens = files.flatMap((file) =>
        [
            ...readFileSync(file, "utf8").matchAll(
                /"((?:aws|aws-native|pulumi|palisade)[\w-]*:[\w/-]+:\w+)"/g,
            ),
        ].map(([, token]) => token!),
    );
    return [...new Set(tokens)].sort();
}
