import type { Inputs, Reference } from "../plan";

/** Where an added resource goes. */
export interface Places {
    readonly vpc: Reference;
    readonly publicSubnet: Reference;
    readonly appSubnet: Reference;
    readonly appGroup: Reference;
    readonly databaseGroup: Reference;
    readonly databaseSubnets: Reference;
    readonly profile: Reference;
}

/** A resource that prod has none of, or one more, with one thing wrong. */
export interface Addition {
    readonly change: string;
    readonly type: string;
    readonly inputs: (places: Places) => Inputs;
    readonly expected: readonly string[];
}
