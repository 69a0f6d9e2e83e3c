import { accountAdditions } from "../additions/account";
import type { Places } from "../additions/addition";
import { dataAdditions } from "../additions/data";
import { hostsAdditions } from "../additions/hosts";
import { networkAdditions } from "../additions/network";
import type { Operator } from "../operator";
import { refer, type Plan } from "../plan";

const additions = [...hostsAdditions, ...networkAdditions, ...dataAdditions, ...accountAdditions];

/** Resources that prod has none of, or one more, each with one thing wrong. */
export const addedResources: Operator = {
    name: "insecure resource added",
    mutants: (plan) => {
        const places = placesIn(plan);
        return additions.map(({ change, type, inputs, expected }) => ({
            change: `${change} added (${type})`,
            plan: plan.adding(type, "prod-app-added", inputs(places)),
            expected,
        }));
    },
};

function placesIn(plan: Plan): Places {
    const subnet = (name: string) => refer(plan.one("aws:ec2/subnet:Subnet", name));
    const group = (name: string) => refer(plan.one("aws:ec2/securityGroup:SecurityGroup", name));
    return {
        vpc: refer(plan.ofType("aws:ec2/vpc:Vpc")[0]!),
        publicSubnet: subnet("prod-public-a"),
        appSubnet: subnet("prod-app-a"),
        appGroup: group("prod-app"),
        databaseGroup: group("prod-db"),
        databaseSubnets: refer(plan.ofType("aws:rds/subnetGroup:SubnetGroup")[0]!),
        profile: refer(plan.ofType("aws:iam/instanceProfile:InstanceProfile")[0]!),
    };
}
