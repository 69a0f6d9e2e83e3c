import type { ResourceRecord } from "../model/resource-record";
import type { AssumedUsage, GlobalPrices, RegionPrices } from "./price-list";

/** One thing a resource is billed for in a month. */
export interface Charge {
    readonly item: string;
    readonly quantity: number;
    readonly unit: string;
    readonly unitPrice: number;
    /** Fixed while the resource exists, or by use, of which the quantity is then an assumption. */
    readonly kind: "fixed" | "usage";
}

/** A resource that costs something which the list or the plan does not tell. */
export interface Unpriced {
    readonly unpriced: string;
}

export type Pricing = readonly Charge[] | Unpriced;

/** What a resource costs, given the region's prices. */
export type Pricer = (record: ResourceRecord, context: PricingContext) => Pricing;

export interface PricingContext {
    readonly prices: RegionPrices;
    readonly everywhere: GlobalPrices;
    readonly usage: AssumedUsage;
    readonly hours: number;
    /** The resources that one of a record's properties was computed from. */
    related(record: ResourceRecord, property: string): readonly ResourceRecord[];
}

/** A charge by the hour, for each of `count` things. */
export const hourly = (
    item: string,
    count: number,
    hourPrice: number,
    { hours }: PricingContext,
): Charge => ({
    item,
    quantity: count * hours,
    unit: "h",
    unitPrice: hourPrice,
    kind: "fixed",
});

export const perMonth = (item: string, count: number, unitPrice: number, unit = "month"): Charge => ({
    item,
    quantity: count,
    unit,
    unitPrice,
    kind: "fixed",
});

export const byUse = (item: string, quantity: number, unit: string, unitPrice: number): Charge => ({
    item,
    quantity,
    unit,
    unitPrice,
    kind: "usage",
});
