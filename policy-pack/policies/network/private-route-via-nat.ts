import { privateSubnets } from "../../network/subnet-roles";
import { hostRouteFaults, privateSubnetFaults } from "../../network/way-out-faults";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const privateRouteViaNat = rule(
    {
        id: "private-route-via-nat",
        title: "Private subnets reach the internet through NAT only",
        severity: "high",
        checklist: ["network-1", "network-7"],
        why: "NAT lets out and lets nobody in; an internet gateway works both ways.",
        fix: "Route 0.0.0.0/0 to a NAT gateway and ::/0 to an egress-only internet gateway, or nowhere.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
        config: {
            privateTiers: textList("Words that call private subnets", [
                "app",
                "application",
                "private",
                "backend",
            ]),
            egressBy: textList("Kinds of targets that a default route of theirs may have", [
                "natGateway",
                "egressOnlyInternetGateway",
            ]),
        },
    },
    perStack(({ model }, { privateTiers, egressBy }) => {
        const subnets = privateSubnets(model, privateTiers);
        const judged = new Set(subnets.map(({ routeTable }) => routeTable));
        return [
            ...subnets.flatMap((subnet) => privateSubnetFaults(subnet, model, egressBy)),
            ...[...model.routeTables.values()]
                .filter(({ key }) => !judged.has(key))
                .flatMap((table) => hostRouteFaults(table, model, egressBy)),
        ];
    }),
);
