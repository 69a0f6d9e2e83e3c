import { changed, network } from "../../support/base-network";
import { ref, resource, type Specimens } from "../../support/specimen";

const everything = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const ofEverybody = JSON.stringify({ Statement: [everything] });

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a policy of its own": [
            ...changed(network, "s3", { policy: undefined }),
            resource("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", "s3-policy", {
                vpcEndpointId: ref("s3"),
                policy: JSON.stringify({ Statement: { ...everything, Resource: "arn:aws:s3:::ours/*" } }),
            }),
        ],
    },
    violating: {
        "no policy": changed(network, "s3", { policy: undefined }),
        "no policy, which AWS then fills in": network.map((one) =>
            one.name === "s3"
                ? { ...one, inputs: { ...one.inputs, policy: undefined }, outputs: { policy: ofEverybody } }
                : one,
        ),
        "everything for everybody": changed(network, "s3", { policy: ofEverybody }),
        "everything for everybody, spelt out": changed(network, "ssm", {
            policy: JSON.stringify({
                Statement: { ...everything, Principal: { AWS: ["*"] }, Action: ["*"], Resource: ["*"] },
            }),
        }),
        "every action of the service for everybody": changed(network, "s3", {
            policy: JSON.stringify({ Statement: { ...everything, Action: "s3:*" } }),
        }),
    },
    undecidable: {
        "a policy that nobody knows yet": changed(network, "s3", { policy: ref("flow-log-group", "policy") }),
    },
};
