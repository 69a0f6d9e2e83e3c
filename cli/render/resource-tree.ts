import { stackType } from "../offline/urn";
import type { PreviewReport, ReportedResource } from "../report";
import { detailOf, shortType } from "./resource-detail";
import type { Rendering } from "./rendering";
import { clip } from "./wrap";

/** More leaves of one type than this under one parent are told as a number. */
const shownLeaves = 6;

/** The resources under their parents. Many of one kind are summed up, unless everything is asked for. */
export function resourceTree({ resources }: PreviewReport, how: Rendering): string {
    const visible = resources.filter(
        ({ type }) => type !== stackType && !type.startsWith("pulumi:providers:"),
    );
    const urns = new Set(visible.map(({ urn }) => urn));
    const childrenOf = (parent: string | null) =>
        byType(
            visible.filter(
                (resource) => (urns.has(resource.parent ?? "") ? resource.parent : null) === parent,
            ),
        );
    return branches(childrenOf(null), childrenOf, "", how).join("\n");
}

/** Resources of one type side by side, types in the order of their first resource. */
function byType(resources: readonly ReportedResource[]): readonly ReportedResource[] {
    const types = [...new Set(resources.map(({ type }) => type))];
    return types.flatMap((type) => resources.filter((resource) => resource.type === type));
}

type Children = (parent: string) => readonly ReportedResource[];

function branches(
    siblings: readonly ReportedResource[],
    childrenOf: Children,
    indent: string,
    how: Rendering,
): string[] {
    const entries = how.verbose ? siblings.map((sibling) => [sibling]) : summed(siblings, childrenOf);
    return entries.flatMap((entry, index) => {
        const last = index === entries.length - 1;
        const branch = how.colors.dim(`${indent}${last ? "└─" : "├─"} `);
        const room = how.width - indent.length - 3;
        const [first] = entry;
        const inner = `${indent}${last ? "   " : "│  "}`;
        return entry.length > 1
            ? [`${branch}${how.colors.dim(clip(`${entry.length} × ${shortType(first!.type)}`, room))}`]
            : [
                  `${branch}${lineOf(first!, room, how)}`,
                  ...branches(childrenOf(first!.urn), childrenOf, inner, how),
              ];
    });
}

/** Leaves of one type, where they are many, as one entry in the place of the first. */
function summed(siblings: readonly ReportedResource[], childrenOf: Children): ReportedResource[][] {
    const entries: ReportedResource[][] = [];
    const byType = new Map<string, ReportedResource[]>();
    for (const sibling of siblings) {
        const leaves = siblings.filter(
            ({ type, urn }) => type === sibling.type && childrenOf(urn).length === 0,
        );
        if (leaves.length <= shownLeaves || !leaves.includes(sibling)) {
            entries.push([sibling]);
        } else if (!byType.has(sibling.type)) {
            byType.set(sibling.type, leaves);
            entries.push(leaves);
        }
    }
    return entries;
}

function lineOf(resource: ReportedResource, room: number, { colors }: Rendering): string {
    const marks = [
        resource.external === true ? "only read" : "",
        resource.remote === true ? "made by a plugin: what is in it cannot be seen offline" : "",
        resource.options.protect === true ? "protected" : "",
    ].filter((mark) => mark !== "");
    const name = clip(resource.name, room);
    const type = clip(shortType(resource.type), room - name.length - 2);
    const rest = room - name.length - type.length - 4;
    const detail = [detailOf(resource), ...marks].filter((part) => part !== "").join("  ");
    return (
        (resource.custom ? name : colors.bold(name)) +
        (room - name.length > 8 ? `  ${colors.dim(type)}` : "") +
        (rest > 8 && detail !== "" ? `  ${colors.cyan(clip(detail, rest))}` : "")
    );
}
