import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { modelOf } from "./both-forms";
import { idOf, SpecimenStack } from "./specimen-stack";
import { threeTiers } from "./three-tiers";

describe("the network model", () => {
    it("means the same before the first deployment as after it", () => {
        expect(modelOf(threeTiers()).undecided).to.deep.equal([]);
    });

    it("is empty for a stack without resources", () => {
        const model = buildNetworkModel([]);
        expect(model.vpcs.size).to.equal(0);
        expect(model.blockPublicAccess).to.deep.equal({ mode: "off", exclusions: [] });
    });

    it("knows no doubt in a three-tier network made of standalone resources", () => {
        const model = buildNetworkModel(threeTiers().records("preview"));
        const doubts = [
            ...model.undecided,
            ...[
                ...model.subnets.values(),
                ...model.interfaces.values(),
                ...model.securityGroups.values(),
            ].flatMap(({ undecided }) => undecided),
        ];
        expect(doubts).to.deep.equal([]);
        expect([...model.interfaces.values()].map(({ kind }) => kind).sort()).to.deep.equal([
            "applicationLoadBalancer",
            "autoScalingGroup",
            "database",
            "instance",
            "natGateway",
        ]);
    });

    it("gives every key it mentions an entity, also those of other stacks", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        stack.add("aws:ec2/instance:Instance", "guest", {
            subnetId: "subnet-elsewhere",
            vpcSecurityGroupIds: ["sg-elsewhere"],
        });
        stack.add("aws:ec2/natGateway:NatGateway", "nat", { subnetId: "subnet-elsewhere" });
        stack.add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peer", {
            vpcId: idOf(vpc),
            peerVpcId: "vpc-elsewhere",
        });
        const model = buildNetworkModel(stack.records("preview"));
        const subnet = model.subnets.get("external:subnet:subnet-elsewhere")!;
        expect(subnet.external).to.equal(true);
        expect(model.vpcs.get(subnet.vpc)!.external).to.equal(true);
        expect(model.routeTables.get(subnet.routeTable)!.external).to.equal(true);
        expect(model.networkAcls.get(subnet.networkAcl)!.external).to.equal(true);
        expect(model.securityGroups.get("external:securityGroup:sg-elsewhere")!.external).to.equal(true);
        expect(model.vpcs.get("external:vpc:vpc-elsewhere")!.external).to.equal(true);
    });
});
