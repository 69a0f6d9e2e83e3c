import { flow, Peer, Port, type FlowArgs, type GroupArgs } from "../../components";

/** One security group a service. The gateway faces the internet, the services behind it do not. */
export const groups: Record<string, GroupArgs> = {
    gateway: { tier: "public" },
    user: { tier: "app" },
    order: { tier: "app" },
    payment: { tier: "app" },
};

const gateway = Peer.group("gateway");
const user = Peer.group("user");
const order = Peer.group("order");
const payment = Peer.group("payment");

const users = Port.tcp(3000);
const orders = Port.tcp(3001);
const payments = Port.tcp(3002);

/** Every path there is. The gateway has none to payments: only an order is ever paid for. */
export const flows: FlowArgs[] = [
    flow(Peer.internet(), gateway, Port.https, "serve the public API"),
    flow(gateway, user, users, "sign in and profiles"),
    flow(gateway, order, orders, "place and list orders"),
    flow(user, order, orders, "show the orders of a user"),
    flow(order, payment, payments, "charge for an order"),
];
