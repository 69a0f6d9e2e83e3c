import { expect } from "chai";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";

const root = normalize(join(__dirname, ".."));

/** Which of our own layers each layer may import from, itself apart. Imports go only downward. */
const mayImport: Record<string, readonly string[]> = {
    packets: [],
    analysis: ["packets"],
    "components/planning": ["packets"],
    components: ["components/planning", "packets"],
    "policy-pack": ["analysis", "packets"],
    stacks: ["components", "components/planning", "packets"],
    cli: ["stacks", "policy-pack", "analysis", "components/planning", "packets", "data"],
};

const withoutPulumi = ["packets", "analysis", "components/planning"];

function layerOf(file: string): string | undefined {
    const path = file.split(sep).join("/");
    return Object.keys(mayImport)
        .sort((left, right) => right.length - left.length)
        .find((layer) => path.startsWith(`${layer}/`));
}

const sources = Object.keys(mayImport)
    .filter((layer) => existsSync(join(root, layer)))
    .flatMap((layer) =>
        readdirSync(join(root, layer), { recursive: true, encoding: "utf8" }).map((file) =>
            join(layer, file),
        ),
    )
    .filter((file) => file.endsWith(".ts") && !/(^|\/)(node_modules|dist)\//.test(file))
    .filter((file, position, all) => all.indexOf(file) === position);

function importsOf(file: string): string[] {
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/(?:from|import|require\()\s*["']([^"']+)["']/g)].map((match) => match[1]!);
}

describe("the house's layers", () => {
    it("holds source files in every layer", () => {
        for (const layer of Object.keys(mayImport)) {
            expect(
                sources.filter((file) => layerOf(file) === layer),
                layer,
            ).to.not.be.empty;
        }
    });

    it("imports only downward", () => {
        const upward: string[] = [];
        for (const file of sources) {
            const layer = layerOf(file)!;
            for (const specifier of importsOf(file).filter((name) => name.startsWith("."))) {
                const target = relative(root, normalize(join(root, dirname(file), specifier)));
                const targetLayer = layerOf(target) ?? target.split(sep)[0]!;
                if (targetLayer !== layer && !mayImport[layer]!.includes(targetLayer)) {
                    upward.push(`${file} imports ${specifier}`);
                }
            }
        }
        expect(upward).to.deep.equal([]);
    });

    it("keeps Pulumi out of planning, analysis and packets", () => {
        const offenders = sources
            .filter((file) => withoutPulumi.includes(layerOf(file)!))
            .filter((file) => importsOf(file).some((name) => name.startsWith("@pulumi/")));
        expect(offenders).to.deep.equal([]);
    });

    it("exports no defaults and names no file utils or helpers", () => {
        const offenders = sources.filter(
            (file) =>
                /(^|\/)(utils?|helpers?)\.ts$/.test(file) ||
                /^export default /m.test(readFileSync(join(root, file), "utf8")),
        );
        expect(offenders).to.deep.equal([]);
    });
});
