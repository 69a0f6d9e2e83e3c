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
    const itemRoom = Math.max(24, width - 52);
    const rows = costLines(cost).map(({ group, item, kind, quantity, unit, monthly }) => [
        clip(group, 24),
        kind === "usage" ? colors.dim(clip(item, itemRoom)) : clip(item, itemRoom),
        colors.dim(quantityText({ quantity, unit })),
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
        lines.push(`Not in the total: ${unpricedKinds(cost).join("; ")}.`);
    }
    return lines;
}

/** What is not priced, resources of a type and for a reason together. */
function unpricedKinds({ unpriced }: MonthlyCost): readonly string[] {
    const kinds = new Map<string, string[]>();
    for (const { urn, type, reason } of unpriced) {
        const kind = `${shortType(type)}, ${reason}`;
        kinds.set(kind, [...(kinds.get(kind) ?? []), nameOf(urn)]);
    }
    return [...kinds].map(
        ([kind, names]) => `${names.length > 2 ? names.length : names.join(" and ")} ${kind}`,
    );
}

/** A number of units in words: `5 months`, `730 h`. */
export const quantityText = ({ quantity, unit }: Pick<CostLine, "quantity" | "unit">): string => {
    const count = Math.round(quantity);
    return `${count.toLocaleString("en-US")} ${unit}${/(month|item)$/.test(unit) && count !== 1 ? "s" : ""}`;
};

/** Lines of one component for one item as one line, the dearest component first. */
export function costLines({
    lines,
    components,
}: Pick<MonthlyCost, "lines" | "components">): readonly (CostLine & { readonly group: string })[] {
    const groups = new Map<string, CostLine & { readonly group: string }>();
    for (const line of lines) {
        const component = line.component ?? line.resource;
        const key = JSON.stringify([component, line.item]);
        const earlier = groups.get(key);
        groups.set(key, {
            ...line,
            group: component,
            quantity: line.quantity + (earlier?.quantity ?? 0),
            monthly: line.monthly + (earlier?.monthly ?? 0),
        });
    }
    const rank = ({ component }: CostLine) => components.findIndex((one) => one.component === component);
    return [...groups.values()].sort((one, other) => rank(one) - rank(other) || other.monthly - one.monthly);
}
