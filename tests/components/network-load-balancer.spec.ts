import { expect } from "chai";
import { NetworkLoadBalancer, type NetworkLoadBalancerArgs } from "../../components/network-load-balancer";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { registered } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const good: NetworkLoadBalancerArgs = {
    vpcId: "vpc-1",
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-nlb",
    logBucket: "logs",
    listeners: {
        mqtt: { protocol: "TLS", port: 8883, targetPort: 1883, certificateArn: "arn:certificate" },
        syslog: { protocol: "UDP", port: 514 },
    },
};

const recordBalancer = (more: Partial<NetworkLoadBalancerArgs> = {}) =>
    record(() => new NetworkLoadBalancer("prod-nlb", { ...good, ...more }));

describe("NetworkLoadBalancer", () => {
    it("creates the load balancer, an address a zone, and a listener and group a port", async () => {
        const { resources } = await recordBalancer();
        expect(registered(resources)).to.deep.equal([
            "aws.ec2.Eip prod-nlb-a",
            "aws.ec2.Eip prod-nlb-b",
            "aws.lb.Listener prod-nlb-mqtt",
            "aws.lb.Listener prod-nlb-syslog",
            "aws.lb.LoadBalancer prod-nlb-lb",
            "aws.lb.TargetGroup prod-nlb-mqtt",
            "aws.lb.TargetGroup prod-nlb-syslog",
            "palisade:index:NetworkLoadBalancer prod-nlb",
        ]);
    });

    it("has its security group from the first day and applies it to PrivateLink as well", async () => {
        const { resources } = await recordBalancer();
        expect(inputsOf(resources, "aws:lb/loadBalancer:LoadBalancer", "prod-nlb-lb")).to.deep.include({
            loadBalancerType: "network",
            securityGroups: ["sg-nlb"],
            enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
            enableDeletionProtection: true,
        });
    });

    it("terminates TLS under a modern policy and keeps clients' addresses", async () => {
        const { resources } = await recordBalancer();
        expect(inputsOf(resources, "aws:lb/listener:Listener", "prod-nlb-mqtt")).to.include({
            protocol: "TLS",
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            certificateArn: "arn:certificate",
        });
        expect(inputsOf(resources, "aws:lb/targetGroup:TargetGroup", "prod-nlb-mqtt")).to.include({
            protocol: "TCP",
            port: 1883,
            preserveClientIp: "true",
        });
    });

    it("has no public addresses when internal", async () => {
        const { resources } = await recordBalancer({ internal: true });
        expect(namesOf(resources, "aws:ec2/eip:Eip")).to.deep.equal([]);
    });

    it("refuses what AWS would, all at once and before anything is registered", async () => {
        let error: unknown;
        const { resources } = await record(() => {
            try {
                new NetworkLoadBalancer("prod-nlb", {
                    ...good,
                    listeners: {
                        web: { protocol: "HTTP", port: 80 },
                        tls: { protocol: "TLS", port: 80 },
                        dns: { protocol: "UDP", port: 53, preserveClientIp: false, idleTimeoutSeconds: 100 },
                    },
                });
            } catch (thrown) {
                error = thrown;
            }
        });
        expect((error as BadArgumentsError).problems.map(({ path }) => path)).to.have.members([
            "listeners.web.protocol",
            "listeners.tls.certificateArn",
            "listeners.tls.port",
            "listeners.dns.preserveClientIp",
            "listeners.dns.idleTimeoutSeconds",
        ]);
        expect(resources).to.deep.equal([]);
    });
});
