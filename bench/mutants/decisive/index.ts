import { accountProperties } from "./account";
import { dataProperties } from "./data";
import type { DecisiveProperty } from "./decisive-property";
import { hostProperties } from "./hosts";
import { loadBalancingProperties } from "./load-balancing";
import { monitoringProperties } from "./monitoring";
import { networkProperties } from "./network";

export const decisiveProperties: readonly DecisiveProperty[] = [
    ...networkProperties,
    ...hostProperties,
    ...loadBalancingProperties,
    ...dataProperties,
    ...monitoringProperties,
    ...accountProperties,
];
