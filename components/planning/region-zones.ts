/**
 * The prefix of a region's zone ids: `use1` for us-east-1, `apse2` for ap-southeast-2, `usgw1` for
 * us-gov-west-1. Undefined for a text that is no region of AWS, and for the isolated partitions,
 * whose ids are not public.
 */
export function zoneIdPrefix(region: string): string | undefined {
    const match = /^([a-z]{2})(-gov)?-([a-z]+)-(\d)$/.exec(region);
    const direction = match === null ? undefined : directions[match[3]!];
    return match === null || direction === undefined
        ? undefined
        : `${match[1]!}${match[2] === undefined ? "" : "g"}${direction}${match[4]!}`;
}

const directions: { readonly [direction: string]: string } = {
    north: "n",
    south: "s",
    east: "e",
    west: "w",
    central: "c",
    northeast: "ne",
    northwest: "nw",
    southeast: "se",
    southwest: "sw",
};
