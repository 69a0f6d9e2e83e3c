import { ComponentProvider, getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as components from "../components";

const root = join(__dirname, "..");

export const schemaFile = join(root, "schema.json");

/**
 * The package's public surface as any Pulumi language sees it. It is committed, and a test holds it
 * against the source: what a user's program may rely on never changes unnoticed.
 */
export async function componentSchema(): Promise<string> {
    const provider = new ComponentProvider({
        components: getPulumiComponents(components),
        dirname: root,
        name: "palisade",
        version: "0.0.0",
    });
    const schema: unknown = JSON.parse(await provider.getSchema());
    return `${JSON.stringify(schema, null, 2)}\n`;
}

if (require.main === module) {
    void componentSchema().then((schema) => writeFileSync(schemaFile, schema));
}
