import type { PropertyValue, ResourceRecord } from "../model/resource-record";
import { hourly, perMonth, type Charge, type Pricer, type PricingContext } from "./charge";
import { instanceHour } from "./instance-price";

type Properties = { readonly [property: string]: PropertyValue };

export const textOf = (value: PropertyValue): string | undefined =>
    typeof value === "string" ? value : undefined;

export const numberOf = (value: PropertyValue): number | undefined =>
    typeof value === "number" ? value : undefined;

const blocksOf = (value: PropertyValue): readonly Properties[] =>
    (Array.isArray(value)
        ? value
        : value === undefined || value === null
          ? []
          : [value]) as readonly Properties[];

/** What an unstated root volume is: the size of most Linux images. */
const rootVolumeGb = 8;

const instance: Pricer = (record, context) => {
    const type = textOf(record.properties.instanceType) ?? typeOfTemplate(record, context);
    const charges = instanceCharges(type, 1, context);
    if (!Array.isArray(charges)) {
        return charges;
    }
    const root = blocksOf(record.properties.rootBlockDevice)[0] ?? {};
    const volumes = [root, ...blocksOf(record.properties.ebsBlockDevices)];
    return [
        ...charges,
        ...volumes.flatMap((volume) => volumeCharges(volume, 1, context)),
        ...(record.properties.associatePublicIpAddress === true
            ? [hourly("public IPv4 address", 1, context.everywhere.publicIpv4Hour, context)]
            : []),
    ];
};

const autoScalingGroup: Pricer = (record, context) => {
    const [template] = templatesOf(record, context);
    const count = numberOf(record.properties.desiredCapacity) ?? numberOf(record.properties.minSize);
    if (count === undefined) {
        return { unpriced: "its desired capacity is not known" };
    }
    const charges = instanceCharges(textOf(template?.properties.instanceType), count, context);
    if (!Array.isArray(charges)) {
        return charges;
    }
    const devices = blocksOf(template?.properties.blockDeviceMappings).map(
        ({ ebs }) => blocksOf(ebs)[0] ?? {},
    );
    return [
        ...charges,
        ...(devices.length === 0 ? [{}] : devices).flatMap((device) => volumeCharges(device, count, context)),
    ];
};

const volume: Pricer = (record, context) => {
    const { type, size } = record.properties;
    return volumeCharges({ volumeType: type, volumeSize: size }, 1, context);
};

const instanceCharges = (
    type: string | undefined,
    count: number,
    context: PricingContext,
): readonly Charge[] | { readonly unpriced: string } => {
    const hour = type === undefined ? undefined : instanceHour(context.prices.instanceLargeHour, type);
    return hour === undefined
        ? {
              unpriced:
                  type === undefined
                      ? "its instance type is not known"
                      : `no price for instance type ${type}`,
          }
        : [hourly(`${type} instance`, count, hour, context)];
};

function volumeCharges(device: Properties, count: number, { prices }: PricingContext): readonly Charge[] {
    const kind = textOf(device.volumeType) ?? "gp3";
    const gigabytes = numberOf(device.volumeSize) ?? rootVolumeGb;
    const price = prices.volumeGbMonth[kind];
    return price === undefined ? [] : [perMonth(`${kind} volume`, count * gigabytes, price, "GB month")];
}

const typeOfTemplate = (record: ResourceRecord, context: PricingContext): string | undefined =>
    textOf(templatesOf(record, context)[0]?.properties.instanceType);

/** The launch template that a resource starts its instances from, under any of its names for it. */
const templatesOf = (record: ResourceRecord, context: PricingContext): readonly ResourceRecord[] =>
    ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"]
        .flatMap((property) => context.related(record, property))
        .filter(({ type }) => /:Launch(Template|Configuration)$/.test(type));

export const computePrices: { readonly [type: string]: Pricer } = {
    "aws:ec2/instance:Instance": instance,
    "aws:autoscaling/group:Group": autoScalingGroup,
    "aws:ebs/volume:Volume": volume,
};
