import { addressSet, isAddressSubset } from "../../../packets/address-set";
import { equals } from "../../../packets/interval-set";
import { portRange } from "../../../packets/ports";
import { undecidable, violates, type Faults } from "../../fault";
import { peerAddresses, portsOf } from "../../network/exposure";
import { perStack, rule } from "../../rule";

export const vpcEndpointSg = rule(
    {
        id: "vpc-endpoint-sg",
        title: "Interface endpoints admit HTTPS from their own VPC only",
        severity: "medium",
        checklist: ["network-2", "network-6"],
        why: "An endpoint is a door into AWS's services; nobody outside the VPC has business there.",
        fix: "Give the endpoint a group that admits TCP 443 from the groups or the block of its VPC.",
        docs: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    },
    perStack(({ model }) =>
        [...model.interfaceEndpoints.values()].flatMap((endpoint): Faults => {
            const door = model.interfaces.get(endpoint.networkInterface);
            const blocks = addressSet(model.vpcs.get(endpoint.vpc)?.cidrs ?? []);
            const groups = (door?.securityGroups ?? []).flatMap((key) => model.securityGroups.get(key) ?? []);
            const place = { urn: endpoint.key, property: "securityGroupIds" };
            return [
                ...(door?.undecided ?? []).map((open) => undecidable(open, "who reaches it cannot be told")),
                ...groups.flatMap((group): Faults => {
                    if (group.isDefault) {
                        return [
                            violates(place, "is not set, so the VPC's default group guards the endpoint"),
                        ];
                    }
                    return group.rules
                        .filter(({ direction }) => direction === "ingress")
                        .flatMap((way): Faults => {
                            const { addresses, undecided } = peerAddresses(way, model);
                            if (undecided !== undefined) {
                                return [undecidable(undecided, "who reaches the endpoint cannot be told")];
                            }
                            return [
                                ...(isAddressSubset(addresses, blocks)
                                    ? []
                                    : [violates(way, "admits hosts outside the VPC to the endpoint")]),
                                ...(equals(portsOf(way.traffic, "tcp"), portRange(443))
                                    ? []
                                    : [violates(way, "admits more than HTTPS to the endpoint")]),
                            ];
                        });
                }),
            ];
        }),
    ),
);
