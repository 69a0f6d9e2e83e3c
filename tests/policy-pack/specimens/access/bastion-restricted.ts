import { changed, egress, ingress, network } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const toHosts = egress("bastion-to-app", "bastion-sg", 22, { cidrIpv4: "10.0.0.0/16" });
const good = [...network, toHosts];
const also = (rule: SpecimenResource) => [...good, rule];
const office = { cidrIpv4: "203.0.113.0/24" };
const second = resource(types.instance, "jump-two", { subnetId: ref("public-b") });

export const specimens: Specimens = {
    config: { bastions: ["bastion", "jump"], offices: ["203.0.113.0/24"] },
    compliant: {
        "from the office to the hosts": good,
        "on the seed's other port": changed(good, "bastion-ssh", { fromPort: 2222, toPort: 2222 }),
        "to the hosts by reference": also(
            egress("by-reference", "bastion-sg", 22, { referencedSecurityGroupId: ref("app-sg") }),
        ),
        "out for updates": also(egress("updates", "bastion-sg", 443, { cidrIpv4: "0.0.0.0/0" })),
        "from any private range, where no office is named": {
            config: {},
            resources: changed(good, "bastion-ssh", { cidrIpv4: "198.51.100.7/32" }),
        },
        "no bastion": [],
    },
    violating: {
        "from everywhere": changed(good, "bastion-ssh", { cidrIpv4: "0.0.0.0/0" }),
        "from everywhere, where no office is named": {
            config: {},
            resources: changed(good, "bastion-ssh", { cidrIpv4: "0.0.0.0/0" }),
        },
        "from half of everywhere, where no office is named": {
            config: {},
            resources: changed(good, "bastion-ssh", { cidrIpv4: "128.0.0.0/1" }),
        },
        "from next to the office": changed(good, "bastion-ssh", { cidrIpv4: "203.0.112.0/23" }),
        "from everywhere by IPv6": also(ingress("six", "bastion-sg", 22, { cidrIpv6: "::/0" })),
        "another port": also(ingress("web", "bastion-sg", 443, office)),
        "a range of ports": changed(good, "bastion-ssh", { fromPort: 22, toPort: 2222 }),
        "every protocol": also({
            ...ingress("all", "bastion-sg", 22, office),
            inputs: {
                securityGroupId: ref("bastion-sg"),
                ipProtocol: "-1",
                ...office,
            },
        }),
        "out by SSH to everywhere": changed(good, "bastion-to-app", { cidrIpv4: "0.0.0.0/0" }),
        "out to a database": also(
            egress("db", "bastion-sg", 3306, { referencedSecurityGroupId: ref("db-sg") }),
        ),
        "two of them": [...good, second],
        "a fleet of them": [resource(types.autoScalingGroup, "bastion", { minSize: 1, maxSize: 3 })],
        "a group that nothing carries yet": [
            resource(types.vpc, "vpc", { cidrBlock: "10.0.0.0/16" }),
            resource(types.securityGroup, "jump-sg", {
                vpcId: ref("vpc"),
                ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
            }),
        ],
    },
    undecidable: {
        "a range that is known later": [parameter, ...changed(good, "bastion-ssh", { cidrIpv4: later })],
    },
};
