import { expect } from "chai";
import { formatAddressSet } from "../../../packets/address-set";
import type { TargetGroup } from "../../../analysis/model/network-model";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

interface Network {
    readonly stack: SpecimenStack;
    readonly vpc: Specimen;
    readonly subnets: readonly [Specimen, Specimen];
    readonly group: Specimen;
}

function network(): Network {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    const subnets = ["a", "b"].map((name, at) =>
        stack.add("aws:ec2/subnet:Subnet", name, { vpcId: idOf(vpc), cidrBlock: `10.0.${at}.0/24` }),
    ) as [Specimen, Specimen];
    return {
        stack,
        vpc,
        subnets,
        group: stack.add("aws:ec2/securityGroup:SecurityGroup", "lb", { vpcId: idOf(vpc) }),
    };
}

const targetsOf = ({ targets }: TargetGroup): unknown[] =>
    targets.map(({ networkInterface, addresses, port }) => [
        networkInterface ?? formatAddressSet(addresses!),
        port,
    ]);

describe("a load balancer", () => {
    it("faces the internet unless it is internal, whichever token it is registered under", () => {
        for (const module of ["lb", "alb"]) {
            const { stack, subnets, group } = network();
            const type = `aws:${module}/loadBalancer:LoadBalancer`;
            const base = { subnets: subnets.map(idOf), securityGroups: [idOf(group)] };
            const open = stack.add(type, "open", base);
            const internal = stack.add(type, "internal", { ...base, internal: true });
            const model = modelOf(stack);
            expect(model.loadBalancers.get(open.urn)).to.include({
                type: "application",
                internal: false,
                crossZone: true,
            });
            expect(model.loadBalancers.get(internal.urn)!.internal).to.equal(true);
            expect(model.interfaces.get(open.urn)).to.deep.include({
                kind: "applicationLoadBalancer",
                publicIpv4: "yes",
                subnets: subnets.map(({ urn }) => urn),
            });
            expect(model.interfaces.get(internal.urn)!.publicIpv4).to.equal("no");
        }
    });

    it("of the network type has only the groups it names, and its mapped subnets and addresses", () => {
        const { stack, subnets } = network();
        const balancer = stack.add("aws:lb/loadBalancer:LoadBalancer", "nlb", {
            loadBalancerType: "network",
            internal: true,
            subnetMappings: subnets.map((subnet, at) => ({
                subnetId: idOf(subnet),
                privateIpv4Address: `10.0.${at}.10`,
            })),
        });
        const { interfaces, loadBalancers } = modelOf(stack);
        expect(loadBalancers.get(balancer.urn)).to.include({ type: "network", crossZone: false });
        expect(interfaces.get(balancer.urn)).to.deep.include({
            subnets: subnets.map(({ urn }) => urn),
            securityGroups: [],
            undecided: [],
        });
        expect(formatAddressSet(interfaces.get(balancer.urn)!.privateAddresses!)).to.equal(
            "10.0.0.10/32, 10.0.1.10/32",
        );
    });

    it("forwards to what its listeners and their rules name, and answers redirects by itself", () => {
        const { stack, vpc, subnets } = network();
        const balancer = stack.add("aws:lb/loadBalancer:LoadBalancer", "alb", { subnets: subnets.map(idOf) });
        const [one, two, three] = ["one", "two", "three"].map((name) =>
            stack.add("aws:lb/targetGroup:TargetGroup", name, {
                vpcId: idOf(vpc),
                port: 8080,
                protocol: "HTTP",
            }),
        );
        const https = stack.add("aws:lb/listener:Listener", "https", {
            loadBalancerArn: new Ref(balancer, "arn"),
            port: 443,
            protocol: "HTTPS",
            defaultActions: [
                {
                    type: "forward",
                    forward: {
                        targetGroups: [
                            { arn: idOf(one!), weight: 1 },
                            { arn: idOf(two!), weight: 9 },
                        ],
                    },
                },
            ],
        });
        stack.add("aws:lb/listenerRule:ListenerRule", "api", {
            listenerArn: idOf(https),
            conditions: [{ pathPattern: { values: ["/api/*"] } }],
            actions: [{ type: "authenticate-oidc" }, { type: "forward", targetGroupArn: idOf(three!) }],
        });
        stack.add("aws:lb/listener:Listener", "http", {
            loadBalancerArn: new Ref(balancer, "arn"),
            port: 80,
            defaultActions: [{ type: "redirect", redirect: { port: "443", statusCode: "HTTP_301" } }],
        });
        const { listeners, undecided } = previewOf(stack).loadBalancers.get(balancer.urn)!;
        expect(undecided).to.deep.equal([]);
        expect(listeners.map(({ protocol, port, answers }) => [protocol, port, answers])).to.deep.equal([
            ["HTTP", 80, true],
            ["HTTPS", 443, false],
        ]);
        expect(listeners[1]!.targetGroups).to.deep.equal([one!.urn, three!.urn, two!.urn]);
    });

    it("of the gateway type listens on GENEVE's port", () => {
        const { stack, subnets, vpc } = network();
        const balancer = stack.add("aws:lb/loadBalancer:LoadBalancer", "gwlb", {
            loadBalancerType: "gateway",
            subnets: subnets.map(idOf),
        });
        const group = stack.add("aws:lb/targetGroup:TargetGroup", "appliances", {
            vpcId: idOf(vpc),
            port: 6081,
            protocol: "GENEVE",
        });
        stack.add("aws:lb/listener:Listener", "all", {
            loadBalancerArn: idOf(balancer),
            defaultActions: [{ type: "forward", targetGroupArn: idOf(group) }],
        });
        const { listeners, type } = modelOf(stack).loadBalancers.get(balancer.urn)!;
        expect(type).to.equal("gateway");
        expect(listeners[0]).to.include({ protocol: "GENEVE", port: 6081 });
    });

    it("of the classic kind forwards to its instances, its attachments and its Auto Scaling groups", () => {
        const { stack, subnets, group } = network();
        const guests = ["one", "two"].map((name) =>
            stack.add("aws:ec2/instance:Instance", name, { subnetId: idOf(subnets[0]) }),
        );
        const balancer = stack.add("aws:elb/loadBalancer:LoadBalancer", "elb", {
            subnets: subnets.map(idOf),
            securityGroups: [idOf(group)],
            instances: [idOf(guests[0]!)],
            listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 8080, instanceProtocol: "http" }],
        });
        stack.add("aws:elb/attachment:Attachment", "two", {
            elb: idOf(balancer),
            instance: idOf(guests[1]!),
        });
        const scaling = stack.add("aws:autoscaling/group:Group", "asg", {
            vpcZoneIdentifiers: [idOf(subnets[1])],
            loadBalancers: [idOf(balancer)],
        });
        const model = modelOf(stack);
        const { listeners, type, crossZone } = model.loadBalancers.get(balancer.urn)!;
        expect([type, crossZone, listeners[0]!.port, listeners[0]!.protocol]).to.deep.equal([
            "classic",
            true,
            443,
            "HTTPS",
        ]);
        const targets = model.targetGroups.get(listeners[0]!.targetGroups[0]!)!;
        expect([targets.port, targets.protocol, targets.preservesClientIp]).to.deep.equal([
            8080,
            "HTTP",
            false,
        ]);
        expect(targetsOf(targets)).to.deep.equal([scaling, ...guests].map(({ urn }) => [urn, undefined]));
    });
});

describe("a target group", () => {
    it("holds instances, addresses, functions and whole Auto Scaling groups and services", () => {
        const { stack, vpc, subnets } = network();
        const type = "aws:lb/targetGroup:TargetGroup";
        const [instances, addresses, functions, scaled, served] = ["i", "ip", "fn", "asg", "ecs"].map(
            (name, at) =>
                stack.add(type, name, {
                    vpcId: idOf(vpc),
                    port: 8080,
                    protocol: "HTTP",
                    targetType: ["instance", "ip", "lambda", "instance", "ip"][at]!,
                }),
        ) as [Specimen, Specimen, Specimen, Specimen, Specimen];
        const attach = (group: Specimen, name: string, inputs: Specimen["inputs"]): Specimen =>
            stack.add("aws:lb/targetGroupAttachment:TargetGroupAttachment", name, {
                targetGroupArn: idOf(group),
                ...inputs,
            });
        const guest = stack.add("aws:ec2/instance:Instance", "guest", { subnetId: idOf(subnets[0]) });
        const handler = stack.add("aws:lambda/function:Function", "handler", {
            vpcConfig: { subnetIds: subnets.map(idOf), securityGroupIds: [] },
        });
        attach(instances, "guest", { targetId: idOf(guest), port: 9090 });
        attach(addresses, "fixed", { targetId: "10.9.0.5" });
        attach(functions, "handler", { targetId: new Ref(handler, "arn") });
        const scaling = stack.add("aws:autoscaling/group:Group", "asg", {
            vpcZoneIdentifiers: subnets.map(idOf),
            targetGroupArns: [idOf(scaled)],
        });
        const second = stack.add("aws:autoscaling/group:Group", "asg2", {
            vpcZoneIdentifiers: subnets.map(idOf),
        });
        stack.add("aws:autoscaling/attachment:Attachment", "asg2", {
            autoscalingGroupName: idOf(second),
            lbTargetGroupArn: idOf(scaled),
        });
        const service = stack.add("aws:ecs/service:Service", "web", {
            networkConfiguration: { subnets: subnets.map(idOf) },
            loadBalancers: [{ targetGroupArn: idOf(served), containerName: "web", containerPort: 3000 }],
        });
        const { targetGroups, undecided } = previewOf(stack);
        const of = (group: Specimen): unknown[] => targetsOf(targetGroups.get(group.urn)!);
        expect(of(instances)).to.deep.equal([[guest.urn, 9090]]);
        expect(of(addresses)).to.deep.equal([["10.9.0.5/32", undefined]]);
        expect(of(functions)).to.deep.equal([[handler.urn, undefined]]);
        expect(of(scaled)).to.deep.equal([
            [scaling.urn, undefined],
            [second.urn, undefined],
        ]);
        expect(of(served)).to.deep.equal([[service.urn, 3000]]);
        expect(undecided).to.deep.equal([]);
    });

    it("has targets without an interface where a function or a service sits in no subnet", () => {
        const { stack, vpc } = network();
        const group = stack.add("aws:lb/targetGroup:TargetGroup", "fn", {
            vpcId: idOf(vpc),
            port: 80,
            targetType: "lambda",
        });
        const handler = stack.add("aws:lambda/function:Function", "fn", {});
        stack.add("aws:lb/targetGroupAttachment:TargetGroupAttachment", "fn", {
            targetGroupArn: idOf(group),
            targetId: idOf(handler),
        });
        stack.add("aws:ecs/service:Service", "on-hosts", {
            loadBalancers: [{ targetGroupArn: idOf(group), containerPort: 80 }],
        });
        expect(modelOf(stack).targetGroups.get(group.urn)!.targets).to.deep.equal([{}, { port: 80 }]);
    });

    it("means the interface that a target's address was computed from, also once the address is known", () => {
        const { stack, vpc, subnets } = network();
        const group = stack.add("aws:lb/targetGroup:TargetGroup", "ip", {
            vpcId: idOf(vpc),
            port: 80,
            protocol: "TCP",
            targetType: "ip",
        });
        const card = stack.add("aws:ec2/networkInterface:NetworkInterface", "card", {
            subnetId: idOf(subnets[0]),
        });
        const attachment = stack.add("aws:lb/targetGroupAttachment:TargetGroupAttachment", "card", {
            targetGroupArn: idOf(group),
            targetId: new Ref(card, "privateIp"),
        });
        expect(targetsOf(previewOf(stack).targetGroups.get(group.urn)!)).to.deep.equal([
            [card.urn, undefined],
        ]);
        expect(attachment.inputs["targetId"]).to.be.instanceOf(Ref);
    });

    const preservation: readonly (readonly [inputs: Specimen["inputs"], preserves: boolean])[] = [
        [{ protocol: "HTTP" }, false],
        [{ protocol: "HTTPS", targetType: "ip" }, false],
        [{ protocol: "TCP" }, true],
        [{ protocol: "TLS" }, true],
        [{ protocol: "TCP", targetType: "ip" }, false],
        [{ protocol: "TCP", targetType: "ip", preserveClientIp: "true" }, true],
        [{ protocol: "TCP", preserveClientIp: "false" }, false],
        [{ protocol: "UDP", targetType: "ip" }, true],
        [{ protocol: "TCP_UDP", preserveClientIp: "false" }, true],
        [{ protocol: "TCP", targetType: "alb" }, true],
        [{ protocol: "GENEVE", targetType: "ip" }, true],
    ];
    for (const [inputs, preserves] of preservation) {
        it(`with ${JSON.stringify(inputs)} ${preserves ? "passes on" : "hides"} the client's address`, () => {
            const { stack, vpc } = network();
            const group = stack.add("aws:lb/targetGroup:TargetGroup", "group", {
                vpcId: idOf(vpc),
                port: 80,
                ...inputs,
            });
            expect(modelOf(stack).targetGroups.get(group.urn)!.preservesClientIp).to.equal(preserves);
        });
    }

    it("knows a health check's own port, and leaves the traffic port unsaid", () => {
        const { stack, vpc } = network();
        const [own, traffic] = ["8081", "traffic-port"].map((port) =>
            stack.add("aws:lb/targetGroup:TargetGroup", port, {
                vpcId: idOf(vpc),
                port: 80,
                protocol: "HTTP",
                healthCheck: { port },
            }),
        );
        const { targetGroups } = modelOf(stack);
        expect(targetGroups.get(own!.urn)!.healthCheckPort).to.equal(8081);
        expect(targetGroups.get(traffic!.urn)!.healthCheckPort).to.equal(undefined);
    });
});
