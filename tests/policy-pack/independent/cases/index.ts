import type { Fixture } from "../../../support/independent-policies/fixture";
import { networkAcls } from "./network-acls";
import { securityGroupEgress } from "./security-group-egress";
import { securityGroupIngress } from "./security-group-ingress";
import { securityGroupText } from "./security-group-text";

/** Every case, by what it is about. */
export const fixtures: readonly Fixture[] = [
    ...securityGroupIngress,
    ...securityGroupEgress,
    ...securityGroupText,
    ...networkAcls,
];
