import { changed, network, without } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "tables listed by the endpoint itself": changed(
            network.filter(({ name }) => !name.startsWith("s3-")),
            "s3",
            { routeTableIds: [ref("app-a-routes"), ref("app-b-routes"), ref("db-routes")] },
        ),
    },
    violating: {
        "no endpoint for S3": without(network, "s3"),
        "a table left out": without(network, "s3-app-b-routes"),
        "no endpoint for sessions": without(network, "ssmmessages"),
        "an endpoint without its private name": changed(network, "ssm", { privateDnsEnabled: false }),
    },
};
