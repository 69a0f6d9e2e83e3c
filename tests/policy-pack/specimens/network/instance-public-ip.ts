import { changed, network } from "../../support/base-network";
import { spotFleet, spotFleetLater } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const host = resource(types.instance, "worker", {
    subnetId: ref("app-a"),
    vpcSecurityGroupIds: [ref("app-sg")],
});

export const specimens: Specimens = {
    compliant: {
        "the seed's network, whose bastion alone is public": network,
        "a host in a subnet that gives no addresses": [...network, host],
        "a spot fleet that asks for none": spotFleet({ associatePublicIpAddress: false }),
        "a spot fleet of bastions": [
            { ...spotFleet({ associatePublicIpAddress: true })[0]!, name: "bastion" },
        ],
    },
    violating: {
        "a host that asks for one": changed([...network, host], "worker", { associatePublicIpAddress: true }),
        "a launch template that asks in text": changed(network, "fleet-template", {
            networkInterfaces: [{ associatePublicIpAddress: "true", securityGroups: [ref("app-sg")] }],
        }),
        "a host whose subnet gives addresses": changed([...network, host], "app-a", {
            mapPublicIpOnLaunch: true,
        }),
        "a host with an Elastic IP": [
            ...network,
            host,
            resource(types.eip, "address", { domain: "vpc" }),
            resource("aws:ec2/eipAssociation:EipAssociation", "joined", {
                instanceId: ref("worker"),
                allocationId: ref("address"),
            }),
        ],
        "a spot fleet": spotFleet({}, { associatePublicIpAddress: true }),
        "a launch configuration": [
            resource("aws:ec2/launchConfiguration:LaunchConfiguration", "old", {
                associatePublicIpAddress: true,
            }),
        ],
    },
    undecidable: {
        "a spot fleet that is described later": spotFleetLater,
        "a template that does not know": changed(
            [...network, resource("aws:ssm/parameter:Parameter", "setting", { type: "String" })],
            "fleet-template",
            {
                networkInterfaces: [
                    { associatePublicIpAddress: ref("setting", "value"), securityGroups: [ref("app-sg")] },
                ],
            },
        ),
    },
};
