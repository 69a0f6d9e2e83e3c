import { expect } from "chai";
import { formatAddressSet } from "../../../packets/address-set";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, type Specimen } from "./specimen-stack";
import { interfaceOf, placementNetwork, type PlacementNetwork } from "./specimen-networks";

const instanceType = "aws:ec2/instance:Instance";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const scalingType = "aws:autoscaling/group:Group";
const cardType = "aws:ec2/networkInterface:NetworkInterface";

describe("an instance's interface", () => {
    const publicOf = (inputs: (network: PlacementNetwork) => Specimen["inputs"]) =>
        interfaceOf(instanceType, inputs).made.publicIpv4;

    it("is public as the instance says, or else as its subnet does", () => {
        expect(publicOf(({ open }) => ({ subnetId: idOf(open) }))).to.equal("yes");
        expect(publicOf(({ closed }) => ({ subnetId: idOf(closed) }))).to.equal("no");
        expect(publicOf(({ open }) => ({ subnetId: idOf(open), associatePublicIpAddress: false }))).to.equal(
            "no",
        );
        expect(
            publicOf(({ closed }) => ({ subnetId: idOf(closed), associatePublicIpAddress: true })),
        ).to.equal("yes");
        expect(publicOf(() => ({ subnetId: "subnet-elsewhere" }))).to.equal("undecided");
    });

    it("is in the VPC's default group where the instance names none", () => {
        const { made, network: net } = interfaceOf(instanceType, ({ closed }) => ({
            subnetId: idOf(closed),
        }));
        expect(made.securityGroups).to.deep.equal([`${net.vpc.urn}#defaultSecurityGroup`]);
    });

    it("forwards for others only where its check is switched off, and keeps its tags and addresses", () => {
        const { made } = interfaceOf(instanceType, ({ closed, group }) => ({
            subnetId: idOf(closed),
            vpcSecurityGroupIds: [idOf(group)],
            sourceDestCheck: false,
            privateIp: "10.0.1.10",
            tags: { Name: "nat" },
        }));
        expect(made.sourceDestCheck).to.equal(false);
        expect(made.tags).to.deep.equal({ Name: "nat" });
        expect(formatAddressSet(made.privateAddresses!)).to.equal("10.0.1.10/32");
    });

    it("takes what it does not say itself from its launch template", () => {
        const { stack, closed, group } = placementNetwork();
        const template = stack.add(templateType, "template", { vpcSecurityGroupIds: [idOf(group)] });
        const guest = stack.add(instanceType, "guest", {
            subnetId: idOf(closed),
            launchTemplate: { id: idOf(template) },
        });
        expect(modelOf(stack).interfaces.get(guest.urn)!.securityGroups).to.deep.equal([group.urn]);
    });

    it("is the prepared one where the instance brings it, and gets that one's Elastic IP and groups", () => {
        const { stack, closed, group } = placementNetwork();
        const other = stack.add("aws:ec2/securityGroup:SecurityGroup", "other", {});
        const card = stack.add(cardType, "card", { subnetId: idOf(closed), securityGroups: [idOf(group)] });
        const guest = stack.add(instanceType, "guest", {
            primaryNetworkInterface: { networkInterfaceId: idOf(card) },
        });
        stack.add("aws:ec2/eip:Eip", "eip", { instance: idOf(guest) });
        stack.add(
            "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment",
            "more",
            {
                networkInterfaceId: new Ref(guest, "primaryNetworkInterfaceId"),
                securityGroupId: idOf(other),
            },
        );
        const { interfaces } = previewOf(stack);
        expect([...interfaces.keys()]).to.deep.equal([card.urn]);
        expect(interfaces.get(card.urn)).to.deep.include({
            kind: "networkInterface",
            publicIpv4: "yes",
            securityGroups: [group.urn, other.urn],
        });
    });
});

describe("an Elastic IP", () => {
    it("makes what it is associated with public, by each of its four ways", () => {
        const ways: ((
            eip: Specimen | undefined,
            guest: Specimen,
            card: Specimen,
        ) => [string, Specimen["inputs"]])[] = [
            (_, guest) => ["aws:ec2/eip:Eip", { instance: idOf(guest) }],
            (_, __, card) => ["aws:ec2/eip:Eip", { networkInterface: idOf(card) }],
            (_, guest) => [
                "aws:ec2/eipAssociation:EipAssociation",
                { instanceId: idOf(guest), allocationId: "eipalloc-1" },
            ],
            (_, __, card) => [
                "aws:ec2/eipAssociation:EipAssociation",
                { networkInterfaceId: idOf(card), allocationId: "eipalloc-1" },
            ],
        ];
        for (const way of ways) {
            const { stack, closed } = placementNetwork();
            const guest = stack.add(instanceType, "guest", { subnetId: idOf(closed) });
            const card = stack.add(cardType, "card", { subnetId: idOf(closed) });
            const [type, inputs] = way(undefined, guest, card);
            stack.add(type, "address", inputs);
            const { interfaces } = modelOf(stack);
            const onGuest = "instance" in inputs || "instanceId" in inputs;
            expect(interfaces.get(guest.urn)!.publicIpv4).to.equal(onGuest ? "yes" : "no");
            expect(interfaces.get(card.urn)!.publicIpv4).to.equal(onGuest ? "no" : "yes");
        }
    });

    it("on a NAT gateway puts no interface of its own into the model once AWS reports it", () => {
        const { stack, closed } = placementNetwork();
        const eip = stack.add("aws:ec2/eip:Eip", "nat", {});
        stack.add("aws:ec2/natGateway:NatGateway", "nat", {
            subnetId: idOf(closed),
            allocationId: idOf(eip),
        });
        const records = stack.records("deployed").map((record) =>
            record.urn === eip.urn
                ? {
                      ...record,
                      properties: { ...record.properties, networkInterface: "eni-of-nat", instance: "" },
                  }
                : record,
        );
        expect([...buildNetworkModel(records).interfaces.values()].map(({ kind }) => kind)).to.deep.equal([
            "natGateway",
        ]);
    });

    it("of which it is not known where it goes leaves every candidate in doubt", () => {
        const { stack, closed } = placementNetwork();
        const guests = ["one", "two", "three"].map((name) =>
            stack.add(instanceType, name, { subnetId: idOf(closed) }),
        );
        const eip = stack.add("aws:ec2/eip:Eip", "eip", { instance: idOf(guests[0]!) });
        const sources = guests.slice(0, 2).map(({ urn }) => urn);
        const records = stack
            .records("preview")
            .map((record) =>
                record.urn === eip.urn ? { ...record, propertyDependencies: { instance: sources } } : record,
            );
        const { interfaces, undecided } = buildNetworkModel(records);
        expect(guests.map(({ urn }) => interfaces.get(urn)!.publicIpv4)).to.deep.equal([
            "undecided",
            "undecided",
            "no",
        ]);
        expect(undecided).to.have.length(1);
    });
});

describe("an Auto Scaling group's interfaces", () => {
    const scaling = (
        template: (net: PlacementNetwork) => Specimen["inputs"],
        group: (template: Specimen) => Specimen["inputs"],
    ) => {
        const net = placementNetwork();
        const made = net.stack.add(templateType, "template", { name: "app", ...template(net) });
        const added = net.stack.add(scalingType, "app", {
            vpcZoneIdentifiers: [idOf(net.open), idOf(net.closed)],
            ...group(made),
        });
        return { net, made: modelOf(net.stack).interfaces.get(added.urn)! };
    };

    it("come from the launch template, whether named by id, by name or by a mixed policy", () => {
        const groups: ((template: Specimen) => Specimen["inputs"])[] = [
            (template) => ({ launchTemplate: { id: idOf(template) } }),
            () => ({ launchTemplate: { name: "app" } }),
            (template) => ({
                mixedInstancesPolicy: {
                    launchTemplate: { launchTemplateSpecification: { launchTemplateId: idOf(template) } },
                },
            }),
        ];
        for (const group of groups) {
            const { net, made } = scaling(({ group: own }) => ({ vpcSecurityGroupIds: [idOf(own)] }), group);
            expect(made).to.deep.include({
                kind: "autoScalingGroup",
                subnets: [net.closed.urn, net.open.urn],
                securityGroups: [net.group.urn],
                publicIpv4: "yes",
            });
        }
    });

    it("read the template's flags, which are texts", () => {
        for (const [associatePublicIpAddress, expected] of [
            ["false", "no"],
            ["true", "yes"],
        ]) {
            const { net, made } = scaling(
                ({ group }) => ({
                    networkInterfaces: [
                        {
                            associatePublicIpAddress: associatePublicIpAddress!,
                            securityGroups: [idOf(group)],
                        },
                    ],
                }),
                (template) => ({
                    launchTemplate: { id: idOf(template) },
                    tags: [{ key: "Name", value: "app", propagateAtLaunch: true }],
                }),
            );
            expect(made.publicIpv4).to.equal(expected);
            expect(made.securityGroups).to.deep.equal([net.group.urn]);
            expect(made.tags).to.deep.equal({ Name: "app" });
        }
    });

    it("come from a launch configuration", () => {
        const { stack, closed, group } = placementNetwork();
        const configuration = stack.add("aws:ec2/launchConfiguration:LaunchConfiguration", "old", {
            securityGroups: [idOf(group)],
            associatePublicIpAddress: true,
        });
        const added = stack.add(scalingType, "app", {
            vpcZoneIdentifiers: [idOf(closed)],
            launchConfiguration: idOf(configuration),
        });
        expect(modelOf(stack).interfaces.get(added.urn)).to.deep.include({
            securityGroups: [group.urn],
            publicIpv4: "yes",
        });
    });

    it("are in doubt where the template is another stack's", () => {
        const { stack, closed } = placementNetwork();
        const added = stack.add(scalingType, "app", {
            vpcZoneIdentifiers: [idOf(closed)],
            launchTemplate: { id: "lt-elsewhere" },
        });
        const { securityGroups, publicIpv4, undecided } = modelOf(stack).interfaces.get(added.urn)!;
        expect(securityGroups).to.deep.equal([]);
        expect(publicIpv4).to.equal("undecided");
        expect(undecided.map(({ property }) => property)).to.deep.equal(["launchTemplate.id"]);
    });
});
