import type { Lint } from "../../analysis/reachability/lints";
import type { Rendering } from "../render/rendering";
import { wrap } from "../render/wrap";
import { withoutUrns } from "./answer-text";

const titles: { readonly [kind in Lint["kind"]]: string } = {
    blockedReply: "Requests whose replies are dropped",
    shadowedEntry: "Network ACL entries that never decide",
    subsumedRule: "Rules that others make needless",
    unusedRule: "Rules about groups without members",
    unusedGroup: "Groups without members",
};

/** What has no effect, or not the one its writer must have meant, by its kind. */
export function lintText(found: readonly Lint[], { colors, width }: Rendering): string {
    const kinds = (Object.keys(titles) as Lint["kind"][]).filter((kind) =>
        found.some((one) => one.kind === kind),
    );
    const sections = kinds.map((kind) =>
        [
            `${colors.bold(titles[kind])}\n`,
            ...found
                .filter((one) => one.kind === kind)
                .map(({ urn, message }) => `${wrap(withoutUrns(`${urn}: ${message}`), width, "  ")}\n`),
        ].join(""),
    );
    return sections.length === 0 ? "Every rule, entry and group has an effect.\n" : sections.join("\n");
}
