import { changed, flowLog, network, routing, without } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const subnets = ["public-a", "public-b", "app-a", "app-b", "db-a", "db-b"];
const perSubnet = subnets.map((subnet) =>
    resource(types.flowLog, `${subnet}-log`, {
        subnetId: ref(subnet),
        trafficType: "REJECT",
        logDestinationType: "s3",
        logDestination: "arn:aws:s3:::records",
    }),
);

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a log of each subnet": [...routing, ...perSubnet],
    },
    violating: {
        "no log": without(network, "flow-log"),
        "only what is accepted": changed(network, "flow-log", { trafficType: "ACCEPT" }),
        "no destination, which AWS then fills in": network.map((one) =>
            one.name === "flow-log"
                ? {
                      ...one,
                      inputs: { ...one.inputs, logDestination: undefined },
                      outputs: { logDestination: "" },
                  }
                : one,
        ),
        "no destination": changed(network, "flow-log", { logDestination: undefined }),
        "no role to write by": changed(network, "flow-log", { iamRoleArn: undefined }),
        "a log of one subnet": [...routing, perSubnet[0]!],
        "a log of another VPC": [
            ...routing,
            ...changed(flowLog, "flow-log", { vpcId: ref("other") }),
            resource(types.vpc, "other", { cidrBlock: "10.1.0.0/16" }),
        ],
    },
    undecidable: {
        "a kind of traffic that nobody knows yet": changed(network, "flow-log", {
            trafficType: ref("flow-log-group", "kind"),
        }),
    },
};
