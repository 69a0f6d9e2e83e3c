import { protectExistingVpc } from "./existing-vpc";

export const { securityGroupIds } = protectExistingVpc("legacy");
