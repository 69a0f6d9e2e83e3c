import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "./planning/bad-arguments";
import { loadBalancerProblems } from "./planning/load-balancer-plan";
import { signInAction, signInProblems, type SignInArgs } from "./load-balancing/sign-in";

/** A group of targets, and which requests go to it. */
export interface BackendArgs {
    /** Port that the targets listen on; the flow table's. */
    port: number;
    /** Path patterns, for example `/api/*`. A backend without paths and hosts takes all the rest. */
    paths?: string[];
    /** Host patterns, for example `api.example.com`. */
    hosts?: string[];
    /** Which rule is asked first, 1–50000; needed with paths or hosts. */
    priority?: number;
    /** Path that answers when a target is well. Defaults to `/health`. */
    healthCheckPath?: string;
    /** `HTTP` or `HTTPS` to the targets. Defaults to HTTP. */
    protocol?: string;
    /** Seconds that a cookie keeps a client on one target. Defaults to none. */
    stickinessSeconds?: number;
}

/** Arguments of ApplicationLoadBalancer. */
export interface ApplicationLoadBalancerArgs {
    /** The network's VPC. */
    vpcId: pulumi.Input<string>;
    /** One public subnet a zone, two zones or more, by zone letter; private ones when internal. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The load balancer's security group. */
    securityGroupId: pulumi.Input<string>;
    /** The certificate it shows. */
    certificateArn: pulumi.Input<string>;
    /** The bucket for access and connection logs; LogBucket with the source `loadBalancer`. */
    logBucket: pulumi.Input<string>;
    /** Groups of targets by a key of your own; one of them takes what no other does. */
    backends: Record<string, BackendArgs>;
    /** Whether only private addresses reach it. Defaults to false. */
    internal?: boolean;
    /** Whether port 80 answers with a redirect to HTTPS. Defaults to true. */
    redirectHttp?: boolean;
    /** TLS policy. Defaults to `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`: TLS 1.2 and 1.3, forward secrecy. */
    tlsPolicy?: string;
    /** Seconds that an idle connection, a WebSocket's too, stays open. Defaults to 60. */
    idleTimeoutSeconds?: number;
    /** Who must have signed in before any backend is asked. Defaults to nobody. */
    signIn?: SignInArgs;
    /** Whether AWS refuses to delete it. Defaults to true. */
    deletionProtection?: boolean;
    /** Whether it has IPv6 addresses too; needs a dual-stack network. Defaults to false. */
    dualStack?: boolean;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * An Application Load Balancer that speaks HTTPS only, redirects port 80, logs every request and
 * connection, drops invalid headers, and defends against request smuggling.
 *
 * Creates the load balancer, its listeners and rules, and a target group a backend. Costs about $16.43 a
 * month, a public IPv4 address a zone ($3.65) and $0.008 per LCU-hour. It must come after the internet
 * gateway: pass `readyFor(network, "public")` as `dependsOn`.
 * Throws a BadArgumentsError that lists every bad argument, before anything is registered.
 * For HTTP use this; for TCP, UDP, static addresses or extreme throughput the NetworkLoadBalancer.
 */
export class ApplicationLoadBalancer extends pulumi.ComponentResource {
    /** Host name to point your domain at. */
    public readonly dnsName: pulumi.Output<string>;
    /** Route 53 zone of the host name, for alias records. */
    public readonly zoneId: pulumi.Output<string>;
    /** ARN of the load balancer. */
    public readonly loadBalancerArn: pulumi.Output<string>;
    /** What CloudWatch calls the load balancer. */
    public readonly arnSuffix: pulumi.Output<string>;
    /** ARN of each backend's target group, once a listener forwards to it. */
    public readonly targetGroupArns: Record<string, pulumi.Output<string>>;
    /** What CloudWatch calls each backend's target group. */
    public readonly targetGroupArnSuffixes: Record<string, pulumi.Output<string>>;

    constructor(name: string, args: ApplicationLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`ApplicationLoadBalancer "${name}"`, [
            ...loadBalancerProblems(name, args),
            ...signInProblems(args.signIn),
        ]);
        super("palisade:index:ApplicationLoadBalancer", name, args, opts);
        // A component's dependsOn does not reach its children by itself; the load balancer's own address
        // must come after the internet gateway.
        const loadBalancer = new lb.LoadBalancer(`${name}-lb`, settings(name, args), {
            parent: this,
            dependsOn: opts?.dependsOn,
        });
        const groups = targetGroups(name, args, this);
        const listener = httpsListener(name, args, loadBalancer, groups, this);
        listenerRules(name, args, listener, groups, this);
        if (args.redirectHttp ?? true) {
            redirectListener(name, args, loadBalancer, this);
        }
        this.dnsName = loadBalancer.dnsName;
        this.zoneId = loadBalancer.zoneId;
        this.loadBalancerArn = loadBalancer.arn;
        this.arnSuffix = loadBalancer.arnSuffix;
        this.targetGroupArns = mapValues(groups, (group) => group.arn);
        this.targetGroupArnSuffixes = mapValues(groups, (group) => group.arnSuffix);
        this.registerOutputs({
            dnsName: this.dnsName,
            zoneId: this.zoneId,
            loadBalancerArn: this.loadBalancerArn,
            arnSuffix: this.arnSuffix,
            targetGroupArns: this.targetGroupArns,
            targetGroupArnSuffixes: this.targetGroupArnSuffixes,
        });
    }
}

const mapValues = <T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

function settings(name: string, args: ApplicationLoadBalancerArgs): lb.LoadBalancerArgs {
    return {
        loadBalancerType: "application",
        internal: args.internal ?? false,
        ipAddressType: args.dualStack === true ? "dualstack" : "ipv4",
        subnets: Object.values(args.subnetIds),
        securityGroups: [args.securityGroupId],
        accessLogs: { bucket: args.logBucket, prefix: `${name}/access`, enabled: true },
        connectionLogs: { bucket: args.logBucket, prefix: `${name}/connections`, enabled: true },
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
        xffHeaderProcessingMode: "append",
        enableHttp2: true,
        idleTimeout: args.idleTimeoutSeconds ?? 60,
        enableDeletionProtection: args.deletionProtection ?? true,
        tags: { ...args.tags, Name: name },
    };
}

function targetGroups(
    name: string,
    args: ApplicationLoadBalancerArgs,
    parent: pulumi.Resource,
): Record<string, lb.TargetGroup> {
    const groups = Object.entries(args.backends).map(([key, backend]): [string, lb.TargetGroup] => {
        const group = new lb.TargetGroup(
            `${name}-${key}`,
            {
                vpcId: args.vpcId,
                targetType: "instance",
                protocol: backend.protocol ?? "HTTP",
                port: backend.port,
                deregistrationDelay: 60,
                healthCheck: {
                    enabled: true,
                    path: backend.healthCheckPath ?? "/health",
                    protocol: backend.protocol ?? "HTTP",
                    port: "traffic-port",
                    matcher: "200",
                    interval: 30,
                    timeout: 5,
                    healthyThreshold: 2,
                    unhealthyThreshold: 3,
                },
                ...(backend.stickinessSeconds === undefined
                    ? {}
                    : {
                          stickiness: {
                              enabled: true,
                              type: "lb_cookie",
                              cookieDuration: backend.stickinessSeconds,
                          },
                      }),
                tags: { ...args.tags, Name: `${name}-${key}` },
            },
            { parent },
        );
        return [key, group];
    });
    return Object.fromEntries(groups);
}

function httpsListener(
    name: string,
    args: ApplicationLoadBalancerArgs,
    loadBalancer: lb.LoadBalancer,
    groups: Record<string, lb.TargetGroup>,
    parent: pulumi.Resource,
): lb.Listener {
    const [defaultKey] = Object.entries(args.backends).find(
        ([, backend]) => backend.paths === undefined && backend.hosts === undefined,
    )!;
    return new lb.Listener(
        `${name}-https`,
        {
            loadBalancerArn: loadBalancer.arn,
            protocol: "HTTPS",
            port: 443,
            sslPolicy: args.tlsPolicy ?? "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            certificateArn: args.certificateArn,
            routingHttpResponseServerEnabled: false,
            routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
            defaultActions: [
                ...signInAction(args.signIn),
                { type: "forward", order: 2, targetGroupArn: groups[defaultKey]!.arn },
            ],
            tags: args.tags,
        },
        { parent },
    );
}

function listenerRules(
    name: string,
    args: ApplicationLoadBalancerArgs,
    listener: lb.Listener,
    groups: Record<string, lb.TargetGroup>,
    parent: pulumi.Resource,
): void {
    for (const [key, { paths, hosts, priority }] of Object.entries(args.backends)) {
        if (paths === undefined && hosts === undefined) {
            continue;
        }
        new lb.ListenerRule(
            `${name}-to-${key}`,
            {
                listenerArn: listener.arn,
                priority,
                conditions: [
                    ...(paths === undefined ? [] : [{ pathPattern: { values: paths } }]),
                    ...(hosts === undefined ? [] : [{ hostHeader: { values: hosts } }]),
                ],
                actions: [
                    ...signInAction(args.signIn),
                    { type: "forward", order: 2, targetGroupArn: groups[key]!.arn },
                ],
                tags: args.tags,
            },
            { parent },
        );
    }
}

function redirectListener(
    name: string,
    args: ApplicationLoadBalancerArgs,
    loadBalancer: lb.LoadBalancer,
    parent: pulumi.Resource,
): void {
    new lb.Listener(
        `${name}-http`,
        {
            loadBalancerArn: loadBalancer.arn,
            protocol: "HTTP",
            port: 80,
            defaultActions: [
                { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
            ],
            tags: args.tags,
        },
        { parent },
    );
}
