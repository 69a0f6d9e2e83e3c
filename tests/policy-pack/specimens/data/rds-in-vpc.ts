import { network } from "../../support/base-network";
import { cluster, database, replica } from "../../support/sound-data";
import { type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a cluster": cluster(),
        "a replica, where its source is": replica({ vpcSecurityGroupIds: ["sg-11112222"] }),
    },
    violating: {
        "no subnet group": database({ dbSubnetGroupName: undefined }),
        "the default subnet group": database({ dbSubnetGroupName: "default" }),
        "no security group": database({ vpcSecurityGroupIds: undefined }),
        "no security group named": cluster({ vpcSecurityGroupIds: [] }),
    },
};
