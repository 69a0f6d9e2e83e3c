import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { resource, type Specimens } from "../../support/specimen";

const balancer = (name: string, internal?: boolean, type: string = types.loadBalancer) => [
    resource(type, name, { internal, subnets: ["subnet-11112222"] }),
];

export const specimens: Specimens = {
    compliant: {
        "the seed's network, whose balancer is called public": network,
        internal: balancer("orders", true),
        "tagged as public": [
            resource(types.loadBalancer, "orders", { internal: false, tags: { Exposure: "public" } }),
        ],
    },
    violating: {
        "left out": balancer("orders"),
        "left out, under the older token": balancer("orders", undefined, "aws:alb/loadBalancer:LoadBalancer"),
        "a classic one": balancer("orders", undefined, "aws:elb/loadBalancer:LoadBalancer"),
        "public, and nothing says that it is meant": balancer("orders", false),
    },
};
