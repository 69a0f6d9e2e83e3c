/** Prices as `data/prices.json` holds them: US dollars, dated, with their source. */
export interface PriceList {
    readonly source: string;
    readonly date: string;
    readonly currency: string;
    readonly hoursPerMonth: number;
    /** Whose prices stand in for a region that the list does not know. */
    readonly fallbackRegion: string;
    readonly everywhere: GlobalPrices;
    readonly assumedUsage: AssumedUsage;
    readonly regions: { readonly [region: string]: RegionPrices };
}

/** What costs the same in every region. */
export interface GlobalPrices {
    readonly publicIpv4Hour: number;
    readonly alarmMonth: number;
    readonly compositeAlarmMonth: number;
    readonly dashboardMonth: number;
    readonly kmsKeyMonth: number;
    readonly secretMonth: number;
    readonly hostedZoneMonth: number;
    readonly webAclMonth: number;
    readonly webAclRuleMonth: number;
    readonly configItem: number;
}

/** How much of what is billed by use one resource is taken to use in a month. */
export interface AssumedUsage {
    readonly natGatewayGb: number;
    readonly endpointGb: number;
    readonly loadBalancerUnits: number;
    readonly flowLogGb: number;
    readonly logGroupGb: number;
    readonly transitGatewayGb: number;
    readonly bucketGb: number;
    readonly backupGb: number;
    readonly configItems: number;
}

type ByKind = { readonly [kind: string]: number };

export interface RegionPrices {
    /** Other regions with exactly these prices. */
    readonly sameAs: readonly string[];
    readonly natGatewayHour: number;
    readonly natGatewayGb: number;
    readonly endpointHour: number;
    readonly endpointGb: number;
    readonly gatewayLoadBalancerEndpointHour: number;
    readonly applicationLoadBalancerHour: number;
    readonly applicationLoadBalancerUnitHour: number;
    readonly networkLoadBalancerHour: number;
    readonly networkLoadBalancerUnitHour: number;
    readonly gatewayLoadBalancerHour: number;
    readonly gatewayLoadBalancerUnitHour: number;
    readonly classicLoadBalancerHour: number;
    readonly transitGatewayAttachmentHour: number;
    readonly transitGatewayGb: number;
    readonly vpnConnectionHour: number;
    readonly clientVpnAssociationHour: number;
    readonly networkFirewallHour: number;
    readonly logIngestGb: number;
    readonly flowLogToBucketGb: number;
    readonly bucketGbMonth: number;
    readonly backupGbMonth: number;
    readonly volumeGbMonth: ByKind;
    readonly fileSystemGbMonth: number;
    readonly databaseStorageGbMonth: ByKind;
    /** By instance family, for the size `large`. */
    readonly instanceLargeHour: ByKind;
    /** By engine, then by instance family, for the size `large` in one zone. */
    readonly databaseLargeHour: { readonly [engine: string]: ByKind };
    readonly cacheLargeHour: ByKind;
}

export interface PricedRegion {
    readonly prices: RegionPrices;
    /** The region whose prices these are. */
    readonly region: string;
    /** Whether they are the asked region's own. */
    readonly exact: boolean;
}

/** A region's prices, or the fallback region's where the list does not know it. */
export function pricesOf(list: PriceList, region: string): PricedRegion {
    const own = list.regions[region];
    if (own !== undefined) {
        return { prices: own, region, exact: true };
    }
    const [twin] = Object.entries(list.regions).filter(([, { sameAs }]) => sameAs.includes(region));
    if (twin !== undefined) {
        return { prices: twin[1], region: twin[0], exact: true };
    }
    const fallback = list.regions[list.fallbackRegion];
    if (fallback === undefined) {
        throw new Error(`the price list has no prices for its fallback region ${list.fallbackRegion}`);
    }
    return { prices: fallback, region: list.fallbackRegion, exact: false };
}
