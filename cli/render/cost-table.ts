import type { CostLine, MonthlyCost } from "../../analysis/cost/monthly-cost";
import { nameOf } from "../offline/urn";
import { dollars } from "./money";
import type { Rendering } from "./rendering";
import { shortType } from "./resource-detail";
import { drawTable } from "./tables";
import { clip, wrap } from "./wrap";

/** What a month costs, by component, with what is assumed and what is not priced. */
export function costTable(cost: MonthlyCost, how: Rendering): string {
    const { colors, width } = how;
    const itemRoom = Math.max(24, width - 58);
    const rows = groupsOf(cost.lines).map(({ component, item, kind, quantity, unit, monthly }) => [
        clip(component, 24),
        kind === "usage" ? colors.dim(clip(item, itemRoom)) : clip(item, itemRoom),
        colors.dim(`${Math.round(quantity).toLocaleString("en-US")} ${unit}`),
        kind === "usage" ? colors.dim(dollars(monthly)) : dollars(monthly),
    ]);
    const table = drawTable(
        {
            head: ["component", "item", "quantity", "a month"],
            rows: [...rows, [colors.bold("total"), "", "", colors.bold(dollars(cost.total))]],
            align: ["left", "left", "right", "right"],
        },
        colors,
    );
    return [table, ...notes(cost).map((note) => colors.dim(wrap(note, width)))].join("\n");
}

/** The assumptions behind the amounts, and what they leave out. */
export function notes(cost: MonthlyCost): readonly string[] {
    const standIn =
        cost.pricedAs === undefined
            ? ""
            : ` (no prices for ${cost.region}: those of ${cost.pricedAs} stand in)`;
    const lines = [
        `${dollars(cost.fixed)} fixed for ${cost.hours} hours, ${dollars(cost.usage)} by assumed use. ` +
            `${cost.region} prices of ${cost.priceDate}${standIn}, on demand, without tax.`,
    ];
    if (cost.unpriced.length > 0) {
        const each = cost.unpriced.map(
            ({ urn, type, reason }) => `${nameOf(urn)} (${shortType(type)}: ${reason})`,
        );
        lines.push(`Not in the total: ${each.join("; ")}.`);
    }
    return lines;
}

/** Lines of one component for one item as one line. */
function groupsOf(lines: readonly CostLine[]): readonly (CostLine & { readonly component: string })[] {
    const groups = new Map<string, CostLine & { readonly component: string }>();
    for (const line of lines) {
        const component = line.component ?? line.resource;
        const key = JSON.stringify([component, line.item]);
        const earlier = groups.get(key);
        groups.set(key, {
            ...line,
            component,
            quantity: line.quantity + (earlier?.quantity ?? 0),
            monthly: line.monthly + (earlier?.monthly ?? 0),
        });
    }
    return [...groups.values()];
}
