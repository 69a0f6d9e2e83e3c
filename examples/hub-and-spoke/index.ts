import { createCompany } from "./company";

export const { transitGatewayId } = createCompany("company");
