import { expect } from "chai";
import {
    ApplicationLoadBalancer,
    type ApplicationLoadBalancerArgs,
} from "../../components/application-load-balancer";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { registered } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const good: ApplicationLoadBalancerArgs = {
    vpcId: "vpc-1",
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-alb",
    certificateArn: "arn:certificate",
    logBucket: "logs",
    backends: { app: { port: 8080 } },
};

const recordBalancer = (more: Partial<ApplicationLoadBalancerArgs> = {}) =>
    record(() => new ApplicationLoadBalancer("prod-alb", { ...good, ...more }));

const listenerType = "aws:lb/listener:Listener";

describe("ApplicationLoadBalancer", () => {
    it("creates the load balancer, both listeners and a target group", async () => {
        const { resources } = await recordBalancer();
        expect(registered(resources)).to.deep.equal([
            "aws.lb.Listener prod-alb-http",
            "aws.lb.Listener prod-alb-https",
            "aws.lb.LoadBalancer prod-alb-lb",
            "aws.lb.TargetGroup prod-alb-app",
            "palisade:index:ApplicationLoadBalancer prod-alb",
        ]);
    });

    it("logs, drops invalid headers, defends against smuggling and cannot be deleted by mistake", async () => {
        const { resources } = await recordBalancer();
        const balancer = inputsOf(resources, "aws:lb/loadBalancer:LoadBalancer", "prod-alb-lb");
        expect(balancer).to.deep.include({
            internal: false,
            dropInvalidHeaderFields: true,
            desyncMitigationMode: "defensive",
            enableDeletionProtection: true,
            securityGroups: ["sg-alb"],
            subnets: ["subnet-a", "subnet-b"],
            accessLogs: { bucket: "logs", prefix: "prod-alb/access", enabled: true },
            connectionLogs: { bucket: "logs", prefix: "prod-alb/connections", enabled: true },
        });
    });

    it("serves HTTPS under a modern policy and uses port 80 only to say so", async () => {
        const { resources } = await recordBalancer();
        expect(inputsOf(resources, listenerType, "prod-alb-https")).to.include({
            protocol: "HTTPS",
            port: 443,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            certificateArn: "arn:certificate",
        });
        expect(inputsOf(resources, listenerType, "prod-alb-http")["defaultActions"]).to.deep.equal([
            { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
        ]);
        const closed = await recordBalancer({ redirectHttp: false });
        expect(namesOf(closed.resources, listenerType)).to.deep.equal(["prod-alb-https"]);
    });

    it("checks health where the application listens, not on the seed's port 80", async () => {
        const { resources } = await recordBalancer();
        const group = inputsOf(resources, "aws:lb/targetGroup:TargetGroup", "prod-alb-app");
        expect(group["port"]).to.equal(8080);
        expect(group["healthCheck"]).to.deep.include({
            path: "/health",
            port: "traffic-port",
            interval: 30,
            healthyThreshold: 2,
            unhealthyThreshold: 3,
        });
    });

    it("routes by path and host, each in its own order, and keeps clients on a target where asked", async () => {
        const { resources } = await recordBalancer({
            backends: {
                app: { port: 8080, stickinessSeconds: 3600 },
                api: { port: 8081, paths: ["/api/*"], priority: 10 },
                files: { port: 8082, paths: ["/static/*"], hosts: ["www.example.com"], priority: 20 },
            },
        });
        const rule = inputsOf(resources, "aws:lb/listenerRule:ListenerRule", "prod-alb-to-files");
        expect(rule["priority"]).to.equal(20);
        expect(rule["conditions"]).to.deep.equal([
            { pathPattern: { values: ["/static/*"] } },
            { hostHeader: { values: ["www.example.com"] } },
        ]);
        const group = inputsOf(resources, "aws:lb/targetGroup:TargetGroup", "prod-alb-app");
        expect(group["stickiness"]).to.deep.equal({ enabled: true, type: "lb_cookie", cookieDuration: 3600 });
    });

    it("asks for a sign-in before every backend where it is told to", async () => {
        const { resources } = await recordBalancer({
            signIn: { userPoolArn: "arn:pool", userPoolClientId: "client", userPoolDomain: "login" },
            backends: { app: { port: 8080 }, api: { port: 8081, paths: ["/api/*"], priority: 10 } },
        });
        const actions = [
            inputsOf(resources, listenerType, "prod-alb-https")["defaultActions"],
            inputsOf(resources, "aws:lb/listenerRule:ListenerRule", "prod-alb-to-api")["actions"],
        ] as { type: string; order: number }[][];
        for (const list of actions) {
            expect(list.map(({ type, order }) => [order, type])).to.deep.equal([
                [1, "authenticate-cognito"],
                [2, "forward"],
            ]);
        }
    });

    const refused: [string, Partial<ApplicationLoadBalancerArgs>, string[]][] = [
        ["one zone", { subnetIds: { a: "subnet-a" } }, ["subnetIds"]],
        ["no default backend", { backends: { api: { port: 1, paths: ["/"], priority: 1 } } }, ["backends"]],
        ["two default backends", { backends: { app: { port: 1 }, api: { port: 2 } } }, ["backends"]],
        [
            "rules without an order, or with the same",
            {
                backends: {
                    app: { port: 1 },
                    one: { port: 1, paths: ["/1"], priority: 5 },
                    two: { port: 1, paths: ["/2"], priority: 5 },
                    three: { port: 1, paths: ["/3"] },
                },
            },
            ["backends.two.priority", "backends.three.priority"],
        ],
        [
            "a key that makes a name too long for AWS",
            { backends: { "the-whole-application": { port: 1 } } },
            ["name"],
        ],
        ["an idle timeout AWS does not have", { idleTimeoutSeconds: 5000 }, ["idleTimeoutSeconds"]],
        [
            "half a sign-in",
            { signIn: { userPoolArn: "arn:pool" } },
            ["signIn.userPoolClientId", "signIn.userPoolDomain"],
        ],
        ["a sign-in nowhere", { signIn: { clientId: "client" } }, ["signIn"]],
    ];
    for (const [what, more, paths] of refused) {
        it(`refuses ${what} before anything is registered`, async () => {
            let error: unknown;
            const { resources } = await record(() => {
                try {
                    new ApplicationLoadBalancer("prod-alb", { ...good, ...more });
                } catch (thrown) {
                    error = thrown;
                }
            });
            expect((error as BadArgumentsError).problems.map((problem) => problem.path)).to.deep.equal(paths);
            expect(resources).to.deep.equal([]);
        });
    }
});
