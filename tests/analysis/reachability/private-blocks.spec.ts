import { expect } from "chai";
import { idOf } from "../model/specimen-stack";
import { everything, House } from "./house";

describe("private blocks asked about as the internet", () => {
    const house = new House();
    const open = house.group("open", { ingress: everything, egress: everything });
    house.host("client", 0, open);
    house.host("server", 1, open);

    it("mean whoever has their addresses in a VPC", () => {
        for (const answer of house.ask({ internet: "10.0.0.0/24" }, { resource: "server" })) {
            expect(answer.verdict).to.equal("reachable");
            expect(answer.packet!.source).to.match(/^10\.0\.0\./);
        }
        const shut = new House();
        shut.host("server", 1, shut.group("shut"));
        for (const answer of shut.ask({ internet: "10.0.0.0/24" }, { resource: "server" })) {
            expect(answer.verdict).to.equal("blocked");
            expect(answer.codes).to.deep.equal(["SG_HAS_NO_RULES"]);
        }
    });

    it("mean somebody beyond where no VPC has them", () => {
        for (const answer of house.ask({ internet: "192.168.0.0/16" }, { resource: "server" })) {
            expect(answer.verdict).to.equal("blocked");
            expect(answer.codes).to.deep.equal(["DISCONNECTED_VPCS"]);
        }
    });

    it("are never asked about as public ones, so example packets bear natural addresses", () => {
        const wide = new House();
        const gateway = wide.add("ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(wide.vpc) });
        wide.route("0.0.0.0/0", { gatewayId: idOf(gateway) });
        wide.add("ec2/instance:Instance", "web", {
            subnetId: idOf(wide.subnets[0]!),
            vpcSecurityGroupIds: [idOf(wide.group("open", { ingress: everything, egress: everything }))],
            associatePublicIpAddress: true,
        });
        for (const { packet } of wide.ask({ internet: "0.0.0.0/0" }, { resource: "web" })) {
            expect(packet!.source).to.equal("203.0.113.10");
        }
        for (const { packet } of wide.ask({ resource: "web" }, { internet: "0.0.0.0/0" })) {
            expect(packet!.destination).to.match(/^(8\.8\.8\.8|203\.0\.113\.10)$/);
        }
    });
});
