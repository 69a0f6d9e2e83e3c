import { createShop } from "./shop";

export const { securityGroupIds } = createShop("shop");
