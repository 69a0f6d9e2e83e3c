import { expect } from "chai";
import { interfacesIn, interfacesInSubnet } from "../../../analysis/model/interface-queries";
import { modelOf } from "./both-forms";
import { threeTiers } from "./three-tiers";

describe("asking for interfaces", () => {
    const model = modelOf(threeTiers());
    const keyOf = (keys: Iterable<string>, ending: string): string =>
        [...keys].find((key) => key.endsWith(ending))!;

    it("by group finds all that carry it, of whatever kind", () => {
        const app = keyOf(model.securityGroups.keys(), "SecurityGroup::app");
        expect(interfacesIn(model, app).map(({ kind }) => kind)).to.deep.equal([
            "instance",
            "autoScalingGroup",
        ]);
        expect(interfacesIn(model, "nobody")).to.deep.equal([]);
    });

    it("by subnet finds all that sit or may sit in it", () => {
        const publicA = keyOf(model.subnets.keys(), "Subnet::public-a");
        expect(interfacesInSubnet(model, publicA).map(({ kind }) => kind)).to.deep.equal([
            "applicationLoadBalancer",
            "natGateway",
        ]);
        expect(interfacesInSubnet(model, "nowhere")).to.deep.equal([]);
    });
});
