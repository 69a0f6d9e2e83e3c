import { resource, type Specimens } from "../../support/specimen";

const gateway = (autoAcceptSharedAttachments?: string) => [
    resource("aws:ec2transitgateway/transitGateway:TransitGateway", "hub", { autoAcceptSharedAttachments }),
];

export const specimens: Specimens = {
    compliant: {
        "a gateway that says nothing of it": gateway(),
        "a gateway that says disable": gateway("disable"),
    },
    violating: {
        "a gateway that accepts by itself": gateway("enable"),
    },
};
