/** A rectangle of a picture, in pixels. */
export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** The measures that all parts of the picture share. */
export const column = { width: 290, gap: 22 };
export const margin = 24;
/** Room for a tier's name at its left. */
export const tierLabel = 92;
/** Room for a subnet's name and block at its top. */
export const subnetHeader = 34;
export const member = { height: 34, gap: 30, inset: 18 };
export const tierGap = 34;
/** Where the VPC begins, below the internet. */
export const top = 118;
/** The width that a flow to the outside takes at the right. */
export const lane = 46;
/** Lines nearer than this would hide each other's labels. */
export const clearance = 48;
