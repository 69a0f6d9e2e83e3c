/** How many times a `large` each size is; AWS prices a family's sizes in these proportions. */
const larges: { readonly [size: string]: number } = {
    nano: 1 / 16,
    micro: 1 / 8,
    small: 1 / 4,
    medium: 1 / 2,
    large: 1,
    xlarge: 2,
};

/**
 * What an instance of a type costs an hour: `m6g.xlarge` is twice its family's `large`. A prefix
 * (`db.`, `cache.`) is left out of account. Undefined for a family that the list does not hold.
 */
export function instanceHour(
    largeHour: { readonly [family: string]: number } | undefined,
    instanceType: string,
): number | undefined {
    const [family, size] = instanceType.replace(/^(db|cache)\./, "").split(".");
    const price = largeHour?.[family ?? ""];
    const multiple = /^(\d+)xlarge$/.exec(size ?? "")?.[1];
    const times = multiple === undefined ? larges[size ?? ""] : 2 * Number(multiple);
    return price === undefined || times === undefined ? undefined : price * times;
}
