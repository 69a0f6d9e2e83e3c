import { stackType } from "../offline/urn";
import type { PreviewReport, ReportedResource } from "../report";
import { detailOf, shortType } from "./resource-detail";
import type { Rendering } from "./rendering";
import { clip, wrap } from "./wrap";

/** More resources of one type than this under one parent are told as a number. */
const alikeUpTo = 6;

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
    const roots = childrenOf(null);
    const telling = how.verbose ? roots : roots.filter((root) => tells(root, roots, childrenOf));
    const rest = kindsOf(roots.filter((root) => !telling.includes(root)));
    const lines = branches(telling, childrenOf, "", how);
    return [...lines, ...(rest === "" ? [] : [how.colors.dim(wrap(`and ${rest}`, how.width))])].join("\n");
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
    return siblings.flatMap((resource, index) => {
        const last = index === siblings.length - 1;
        const room = how.width - indent.length - 3;
        const children = childrenOf(resource.urn);
        const telling = how.verbose
            ? children
            : children.filter((child) => tells(child, children, childrenOf));
        const summed = kindsOf(children.filter((child) => !telling.includes(child)));
        const inner = `${indent}${last ? "   " : "│  "}`;
        return [
            how.colors.dim(`${indent}${last ? "└─" : "├─"} `) + lineOf(resource, summed, room, how),
            ...branches(telling, childrenOf, inner, how),
        ];
    });
}

/** Whether a resource gets a line of its own: it has children or says something, and is not one of many alike. */
function tells(
    resource: ReportedResource,
    siblings: readonly ReportedResource[],
    childrenOf: Children,
): boolean {
    const alike = siblings.filter(({ type }) => type === resource.type).length;
    return (
        childrenOf(resource.urn).length > 0 ||
        marksOf(resource).length > 0 ||
        (hasDetail(resource) && alike <= alikeUpTo)
    );
}

const hasDetail = (resource: ReportedResource): boolean => detailOf(resource) !== "";

/** Resources in short: each type with how many of it there are. */
function kindsOf(resources: readonly ReportedResource[]): string {
    const types = resources.map(({ type }) => type);
    return [...new Set(types)]
        .map((type) => {
            const count = types.filter((one) => one === type).length;
            return count === 1 ? shortType(type) : `${count} ${shortType(type)}`;
        })
        .join(", ");
}

const marksOf = (resource: ReportedResource): readonly string[] => [
    ...(resource.external === true ? ["only read"] : []),
    ...(resource.remote === true ? ["made by a plugin: what is in it cannot be seen offline"] : []),
];

function lineOf(resource: ReportedResource, summed: string, room: number, { colors }: Rendering): string {
    const kept = resource.options.protect === true ? ["protected"] : [];
    const name = clip(resource.name, room);
    const detail = [detailOf(resource), ...marksOf(resource), ...kept]
        .filter((part) => part !== "")
        .join("  ");
    const type = shortType(resource.type);
    // Where there is no room for all, what a resource does says more than its type.
    const parts: readonly (readonly [text: string, paint: (text: string) => string])[] = [
        ...(detail !== "" && name.length + type.length + detail.length + 4 > room
            ? []
            : [[type, colors.dim] as const]),
        [detail, colors.cyan],
        [summed === "" ? "" : `+ ${summed}`, colors.dim],
    ];
    let line = resource.custom ? name : colors.bold(name);
    let left = room - name.length;
    for (const [text, paint] of parts.filter(([part]) => part !== "")) {
        if (left <= 8) {
            break;
        }
        const shown = clip(text, left - 2);
        line += `  ${paint(shown)}`;
        left -= shown.length + 2;
    }
    return line;
}
