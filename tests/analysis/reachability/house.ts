import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { Answer } from "../../../analysis/reachability/answer";
import type { QueryEnd, ReachQuery } from "../../../analysis/reachability/query";
import { reach } from "../../../analysis/reachability/reach";
import { idOf, SpecimenStack, type Input, type Specimen } from "../model/specimen-stack";

const forms = ["preview", "deployed"] as const;

/** A VPC with two subnets that share a route table, read before and after its deployment. */
export class House {
    public readonly stack = new SpecimenStack();
    public readonly vpc = this.add("ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
    public readonly table = this.add("ec2/routeTable:RouteTable", "table", { vpcId: idOf(this.vpc) });
    public readonly subnets = [0, 1].map((number) => this.subnet(`subnet-${number}`, `10.0.${number}.0/24`));

    public add(token: string, name: string, inputs: { [property: string]: Input } = {}): Specimen {
        return this.stack.add(`aws:${token}`, name, inputs);
    }

    public subnet(name: string, cidrBlock: string): Specimen {
        const subnet = this.add("ec2/subnet:Subnet", name, { vpcId: idOf(this.vpc), cidrBlock });
        this.add("ec2/routeTableAssociation:RouteTableAssociation", name, {
            subnetId: idOf(subnet),
            routeTableId: idOf(this.table),
        });
        return subnet;
    }

    public group(name: string, inputs: { [property: string]: Input } = {}): Specimen {
        return this.add("ec2/securityGroup:SecurityGroup", name, { vpcId: idOf(this.vpc), ...inputs });
    }

    public host(name: string, subnet: number, group: Specimen): Specimen {
        return this.add("ec2/instance:Instance", name, {
            subnetId: idOf(this.subnets[subnet]!),
            vpcSecurityGroupIds: [idOf(group)],
        });
    }

    public route(destination: string, target: { [property: string]: Input }): void {
        this.add("ec2/route:Route", `to-${destination}`, {
            routeTableId: idOf(this.table),
            destinationCidrBlock: destination,
            ...target,
        });
    }

    public ask(from: QueryEnd, to: QueryEnd, port = 443, more: Partial<ReachQuery> = {}): Answer[] {
        return forms.map((form) =>
            reach(buildNetworkModel(this.stack.records(form)), { from, to, protocol: "tcp", port, ...more }),
        );
    }

    public verdicts(from: string, to: string, port: number): string[] {
        return this.ask({ resource: from }, { resource: to }, port).map(({ verdict }) => verdict);
    }
}

export const everything = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
export const tcp = (fromPort: number, toPort: number, peer: { [property: string]: Input }) => ({
    protocol: "tcp",
    fromPort,
    toPort,
    ...peer,
});
/** The same before the first deployment and after it. */
export const both = (verdict: string): string[] => [verdict, verdict];
