import type { ResourceRecord } from "../model/resource-record";
import type { Charge, PricingContext } from "./charge";
import { computePrices } from "./compute-prices";
import { dataPrices } from "./data-prices";
import { isFree } from "./free-types";
import { networkPrices } from "./network-prices";
import { billedByUse, operationsPrices } from "./operations-prices";
import { pricesOf, type PriceList } from "./price-list";

/** What one resource is billed for, and for whom. */
export interface CostLine extends Charge {
    readonly urn: string;
    readonly resource: string;
    /** The outermost component it belongs to; absent for what the program makes by itself. */
    readonly component?: string;
    /** Quantity times price, in whole cents. */
    readonly monthly: number;
}

/** What a stack costs in a month, as far as a plan can tell. */
export interface MonthlyCost {
    readonly currency: string;
    readonly region: string;
    /** Set where the list has no prices for the region and another's stand in. */
    readonly pricedAs?: string;
    readonly priceDate: string;
    readonly priceSource: string;
    readonly hours: number;
    readonly lines: readonly CostLine[];
    readonly components: readonly { readonly component?: string; readonly monthly: number }[];
    readonly fixed: number;
    /** What is billed by use, at the assumed amounts. */
    readonly usage: number;
    readonly total: number;
    /** Resources that cost something which cannot be told here, and why. */
    readonly unpriced: readonly { readonly urn: string; readonly type: string; readonly reason: string }[];
}

const pricers = { ...networkPrices, ...computePrices, ...dataPrices, ...operationsPrices };

/** Prices every managed resource of a stack for a month of 730 hours. */
export function monthlyCost(
    records: readonly ResourceRecord[],
    list: PriceList,
    region: string,
): MonthlyCost {
    const byUrn = new Map(records.map((record) => [record.urn, record]));
    const priced = pricesOf(list, region);
    const context: PricingContext = {
        prices: priced.prices,
        everywhere: list.everywhere,
        usage: list.assumedUsage,
        hours: list.hoursPerMonth,
        related: (record, property) =>
            (record.propertyDependencies[property] ?? [])
                .map((urn) => byUrn.get(urn))
                .filter((related) => related !== undefined),
    };
    const lines: CostLine[] = [];
    const unpriced: { urn: string; type: string; reason: string }[] = [];
    for (const record of records.filter(({ custom, external }) => custom && external !== true)) {
        const { urn, type, name } = record;
        const pricing = pricers[type]?.(record, context) ?? unknownPrice(type);
        if ("unpriced" in pricing) {
            unpriced.push({ urn, type, reason: pricing.unpriced });
            continue;
        }
        const component = outermostComponent(record, byUrn)?.name;
        for (const charge of pricing.filter(({ quantity }) => quantity > 0)) {
            const monthly = cents(charge.quantity * charge.unitPrice);
            lines.push({
                urn,
                resource: name,
                ...(component === undefined ? {} : { component }),
                ...charge,
                monthly,
            });
        }
    }
    const sum = (kind: Charge["kind"]) => cents(total(lines.filter((line) => line.kind === kind)));
    return {
        currency: list.currency,
        region,
        ...(priced.exact ? {} : { pricedAs: priced.region }),
        priceDate: list.date,
        priceSource: list.source,
        hours: list.hoursPerMonth,
        lines,
        components: componentTotals(lines),
        fixed: sum("fixed"),
        usage: sum("usage"),
        total: cents(total(lines)),
        unpriced,
    };
}

function unknownPrice(type: string): readonly Charge[] | { readonly unpriced: string } {
    const use = billedByUse.get(type);
    return use !== undefined
        ? { unpriced: use }
        : isFree(type)
          ? []
          : { unpriced: "no price is known for its type" };
}

/** The component right below the stack; a component has no provider of its own. */
function outermostComponent(
    record: ResourceRecord,
    byUrn: ReadonlyMap<string, ResourceRecord>,
): ResourceRecord | undefined {
    let outermost: ResourceRecord | undefined;
    for (let at = byUrn.get(record.parent ?? ""); at !== undefined; at = byUrn.get(at.parent ?? "")) {
        if (!at.custom && !at.type.startsWith("pulumi:")) {
            outermost = at;
        }
    }
    return outermost;
}

function componentTotals(lines: readonly CostLine[]): MonthlyCost["components"] {
    const components = new Set(lines.map(({ component }) => component));
    return [...components]
        .map((component) => ({
            ...(component === undefined ? {} : { component }),
            monthly: cents(total(lines.filter((line) => line.component === component))),
        }))
        .sort((one, other) => other.monthly - one.monthly);
}

const total = (lines: readonly CostLine[]): number => lines.reduce((sum, { monthly }) => sum + monthly, 0);

const cents = (amount: number): number => Math.round(amount * 100) / 100;
