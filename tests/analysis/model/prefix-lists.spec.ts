import { expect } from "chai";
import { formatAddressSet } from "../../../packets/address-set";
import { modelOf } from "./both-forms";
import { idOf, Ref, SpecimenStack } from "./specimen-stack";
import { twoVpcs } from "./specimen-networks";

describe("prefix lists", () => {
    it("hold the entries of the list and of resources of their own", () => {
        const stack = new SpecimenStack();
        const list = stack.add("aws:ec2/managedPrefixList:ManagedPrefixList", "offices", {
            entries: [{ cidr: "203.0.113.0/25" }],
        });
        stack.add("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "more", {
            prefixListId: idOf(list),
            cidr: "203.0.113.128/25",
        });
        const { addresses, undecided } = modelOf(stack).prefixLists.get(list.urn)!;
        expect(formatAddressSet(addresses!)).to.equal("203.0.113.0/24");
        expect(undecided).to.deep.equal([]);
    });

    it("of an AWS service are one and the same, by endpoint output and by literal id", () => {
        const { stack, one, other } = twoVpcs();
        const endpoints = [one, other].map((vpc) =>
            stack.add("aws:ec2/vpcEndpoint:VpcEndpoint", vpc.name, {
                vpcId: idOf(vpc),
                serviceName: "com.amazonaws.us-east-1.dynamodb",
            }),
        );
        const group = stack.add("aws:ec2/securityGroup:SecurityGroup", "app", {
            vpcId: idOf(one),
            egress: [
                {
                    protocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    prefixListIds: [new Ref(endpoints[0]!, "prefixListId"), "pl-cloudfront"],
                },
            ],
        });
        const model = modelOf(stack);
        const key = "prefixList:com.amazonaws.us-east-1.dynamodb";
        expect(model.gatewayEndpoints.get(endpoints[1]!.urn)!.prefixList).to.equal(key);
        expect(model.prefixLists.get(key)).to.deep.equal({
            key,
            external: true,
            undecided: [],
            service: "dynamodb",
        });
        const peers = model.securityGroups
            .get(group.urn)!
            .rules.map(({ peer }) => (peer.kind === "prefixList" ? peer.prefixList : peer.kind));
        expect(peers).to.deep.equal(["external:prefixList:pl-cloudfront", key]);
        expect(model.prefixLists.get("external:prefixList:pl-cloudfront")!.addresses).to.equal(undefined);
    });

    it("name their services in every region and partition", () => {
        const names = {
            "com.amazonaws.us-gov-west-1.s3": "s3",
            "cn.com.amazonaws.cn-north-1.ecr.dkr": "ecr.dkr",
            "com.amazonaws.eu-west-1.s3-global.accesspoint": "s3-global.accesspoint",
            "com.amazonaws.vpce.us-east-1.vpce-svc-1": "vpce-svc-1",
            "custom.example": "custom.example",
        };
        for (const [serviceName, service] of Object.entries(names)) {
            const { stack, one } = twoVpcs();
            const endpoint = stack.add("aws:ec2/vpcEndpoint:VpcEndpoint", "e", {
                vpcId: idOf(one),
                serviceName,
            });
            expect(modelOf(stack).gatewayEndpoints.get(endpoint.urn)!.service).to.equal(service);
        }
    });
});
