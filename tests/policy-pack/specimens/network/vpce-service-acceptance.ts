import { resource, type Specimens } from "../../support/specimen";

const service = (acceptanceRequired?: boolean) => [
    resource("aws:ec2/vpcEndpointService:VpcEndpointService", "service", { acceptanceRequired }),
];

export const specimens: Specimens = {
    compliant: { "acceptance required": service(true) },
    violating: { "anybody at once": service(false), "left out": service() },
};
