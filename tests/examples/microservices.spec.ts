import { expect } from "chai";
import { createShop } from "../../examples/microservices/shop";
import { flows } from "../../examples/microservices/services";
import { record, type RecordedResource } from "../support/recorded";

const rulesOf = (resources: readonly RecordedResource[], type: string, group: string) =>
    resources
        .filter(
            (resource) => resource.type === type && resource.inputs["securityGroupId"] === `shop-${group}-id`,
        )
        .map(
            ({ inputs }) =>
                `${String(inputs["referencedSecurityGroupId"] ?? inputs["cidrIpv4"])}:${String(inputs["toPort"])}`,
        );

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("the microservices example", () => {
    let resources: readonly RecordedResource[];
    before(async () => {
        ({ resources } = await record(() => createShop("shop"), { preview: false }));
    });

    it("lets each service be called by those that need it, and by nobody else", () => {
        expect(rulesOf(resources, ingress, "gateway")).to.deep.equal(["0.0.0.0/0:443"]);
        expect(rulesOf(resources, ingress, "user")).to.deep.equal(["shop-gateway-id:3000"]);
        expect(rulesOf(resources, ingress, "order")).to.have.members([
            "shop-gateway-id:3001",
            "shop-user-id:3001",
        ]);
        expect(rulesOf(resources, ingress, "payment")).to.deep.equal(["shop-order-id:3002"]);
    });

    it("does not let the gateway reach payment, by its groups or by the ACL of payment's tier", () => {
        expect(rulesOf(resources, egress, "gateway")).to.have.members([
            "shop-user-id:3000",
            "shop-order-id:3001",
        ]);
        const fromPublicTier = resources.filter(
            ({ type, inputs }) =>
                type === "aws:ec2/networkAclRule:NetworkAclRule" &&
                inputs["networkAclId"] === "shop-app-id" &&
                inputs["egress"] === false &&
                inputs["cidrBlock"] === "10.0.0.0/20",
        );
        expect(fromPublicTier.map(({ inputs }) => inputs["toPort"])).to.have.members([3000, 3001]);
    });

    it("lets nobody out", () => {
        expect(rulesOf(resources, egress, "payment")).to.be.empty;
        expect(flows.some(({ to }) => to === "internet")).to.equal(false);
    });
});
