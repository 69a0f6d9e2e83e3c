import type { Properties } from "./property-values";
import { SimulatedAws } from "./simulated-aws";

/** A VPC in an account of its own, and what somebody makes in it by hand, piece by piece. Each answers an id. */
export class HandMadeNetwork {
    readonly aws = new SimulatedAws();

    readonly make = (type: string, inputs: Properties): string => this.aws.create(type, inputs).id;

    readonly vpc = (inputs: Properties = {}): string =>
        this.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", ...inputs });

    /** The VPC that the rest is made in. */
    vpcId = this.vpc();

    readonly subnet = (cidrBlock: string, availabilityZoneId = "use1-az1"): string =>
        this.make("aws:ec2/subnet:Subnet", { vpcId: this.vpcId, cidrBlock, availabilityZoneId });

    readonly group = (name = "app"): string =>
        this.make("aws:ec2/securityGroup:SecurityGroup", { vpcId: this.vpcId, name, description: "app" });

    readonly gateway = (): string =>
        this.make("aws:ec2/internetGateway:InternetGateway", { vpcId: this.vpcId });

    readonly address = (): string => this.make("aws:ec2/eip:Eip", { domain: "vpc" });

    readonly table = (): string => this.make("aws:ec2/routeTable:RouteTable", { vpcId: this.vpcId });

    readonly rule = (
        securityGroupId: string,
        port: number,
        inputs: Properties = { cidrIpv4: "10.0.0.0/16" },
    ): string =>
        this.make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
            securityGroupId,
            ipProtocol: "tcp",
            fromPort: port,
            toPort: port,
            ...inputs,
        });

    readonly entry = (networkAclId: string, ruleNumber: number): string =>
        this.make("aws:ec2/networkAclRule:NetworkAclRule", {
            networkAclId,
            ruleNumber,
            ruleAction: "allow",
            protocol: "-1",
            cidrBlock: "0.0.0.0/0",
            egress: false,
        });

    readonly endpoint = (inputs: Properties): string =>
        this.make("aws:ec2/vpcEndpoint:VpcEndpoint", {
            vpcId: this.vpcId,
            serviceName: "com.amazonaws.us-east-1.ssm",
            vpcEndpointType: "Interface",
            ...inputs,
        });
}
