import { type Faults } from "../../fault";
import { withoutGateway, withoutInterface } from "../../network/endpoint-coverage";
import { routedAccess } from "../../network/routing";
import { managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const vpcEndpointsRequired = rule(
    {
        id: "vpc-endpoints-required",
        title: "Private subnets reach AWS services through endpoints",
        severity: "medium",
        checklist: ["network-6", "access-2"],
        why: "Without endpoints, calls to AWS leave by NAT over the internet, or fail where there is none.",
        fix: "Add a gateway endpoint to every private route table, and interface endpoints for the other services.",
        docs: "https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html",
        config: {
            gatewayServices: textList("Services that every private route table must lead to", ["s3"]),
            interfaceServices: textList("Services that need an interface endpoint", ["ssm", "ssmmessages"]),
        },
    },
    perStack(({ model }, { gatewayServices, interfaceServices }) =>
        [...model.vpcs.values()]
            .filter(({ external }) => !external)
            .flatMap((vpc): Faults => {
                const inside = managedSubnets(model).filter(
                    (subnet) => subnet.vpc === vpc.key && routedAccess(subnet, model) !== "public",
                );
                return inside.length === 0
                    ? []
                    : [
                          ...gatewayServices.flatMap((service) =>
                              withoutGateway(vpc, inside, service, model),
                          ),
                          ...interfaceServices.flatMap((service) => withoutInterface(vpc, service, model)),
                      ];
            }),
    ),
);
