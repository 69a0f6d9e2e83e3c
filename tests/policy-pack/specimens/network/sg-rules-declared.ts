import { changed, egress, ingress, servedNetwork } from "../../support/base-network";
import { declared, flow, made } from "../../support/declared-network";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

/** The table of the base network's rules: one of them is for the bastion, which has no way out for it. */
const table = [...declared, flow("bastion", "app", "ssh")];

const withRules = (...rules: readonly SpecimenResource[]) => made(table, [...servedNetwork, ...rules]);
const withChange = (name: string, inputs: SpecimenResource["inputs"]) =>
    made(table, changed(servedNetwork, name, inputs));

const offices = resource(types.prefixList, "offices", {
    name: "offices",
    addressFamily: "IPv4",
    maxEntries: 2,
    entries: [{ cidr: "203.0.113.0/25" }, { cidr: "203.0.113.128/25" }],
});

const stranger = resource(types.securityGroup, "partner", {
    vpcId: ref("vpc"),
    description: "Somebody else's group",
});

export const specimens: Specimens = {
    compliant: {
        "rules that each follow a flow": made(table),
        "a network without a table": servedNetwork,
        "a part of a flow's ports and addresses": withRules(
            egress("app-to-one", "app-sg", 443, { cidrIpv4: "198.51.100.7/32" }),
            ingress("from-one-office", "bastion-sg", 22, { cidrIpv4: "203.0.113.128/25" }),
        ),
        "the office by a prefix list": withRules(
            offices,
            ingress("from-offices", "bastion-sg", 22, { prefixListId: ref("offices") }),
        ),
        "a service of AWS that a flow names": withRules(
            egress("to-s3", "app-sg", 443, { prefixListId: ref("s3", "prefixListId") }),
        ),
    },
    violating: {
        "every port to the database, which takes one of them": withChange("app-to-db", {
            fromPort: 0,
            toPort: 65535,
        }),
        "any protocol to the application": withChange("alb-to-app", {
            ipProtocol: "-1",
            fromPort: undefined,
            toPort: undefined,
        }),
        "a way out of the database that leads nowhere": withRules(
            egress("db-to-app", "db-sg", 443, { referencedSecurityGroupId: ref("app-sg") }),
        ),
        "the whole network instead of the clients' group": withChange("endpoints-https", {
            referencedSecurityGroupId: undefined,
            cidrIpv4: "10.0.0.0/16",
        }),
        "a group that no table knows": withRules(
            stranger,
            egress("alb-to-partner", "alb-sg", 8080, { referencedSecurityGroupId: ref("partner") }),
        ),
        "more than the office": withChange("bastion-ssh", { cidrIpv4: "203.0.112.0/23" }),
        "mail to everybody, which an ACL may stop": withRules(
            egress("mail", "alb-sg", 25, { cidrIpv4: "0.0.0.0/0" }),
        ),
        "IPv6 of the same service, from everybody": withRules(
            ingress("endpoints-ipv6", "endpoints-sg", 443, { cidrIpv6: "::/0" }),
        ),
    },
    undecidable: {
        "a peer that nobody knows": withRules(
            egress("to-whom", "alb-sg", 8080, { cidrIpv4: ref("flow-log-group", "block") }),
        ),
    },
};
