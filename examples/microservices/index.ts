import { createShop } from "./shop";

export const { vpcId, securityGroupIds } = createShop("shop");
