import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "./planning/bad-arguments";
import { networkListenerProblems } from "./planning/network-listener-plan";

/** A port that a NetworkLoadBalancer listens on, and the targets behind it. */
export interface NetworkListenerArgs {
    /** `TCP`, `UDP`, `TCP_UDP` or `TLS`. */
    protocol: string;
    /** Port it listens on; the flow table's. */
    port: number;
    /** Port of the targets. Defaults to the same. */
    targetPort?: number;
    /** Protocol to the targets. Defaults to the same, and to TCP behind TLS. */
    targetProtocol?: string;
    /** Certificate; needed with TLS. */
    certificateArn?: pulumi.Input<string>;
    /** `instance` or `ip`. Defaults to `instance`. */
    targetType?: string;
    /**
     * Whether targets see the client's own address. Defaults to true. The flow table must say the same
     * of the load balancer's group: NACLs of the targets then meet clients, not the load balancer.
     */
    preserveClientIp?: boolean;
    /** Seconds that an idle TCP connection is kept, 60–6000. Defaults to 350. */
    idleTimeoutSeconds?: number;
}

/** Arguments of NetworkLoadBalancer. */
export interface NetworkLoadBalancerArgs {
    /** The network's VPC. */
    vpcId: pulumi.Input<string>;
    /** One subnet a zone, by zone letter: public ones, or private ones when internal. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** Its security group. It can only have groups if it was made with one, so it always is. */
    securityGroupId: pulumi.Input<string>;
    /** Ports it listens on, by a key of your own. */
    listeners: Record<string, NetworkListenerArgs>;
    /** The bucket for access logs, which exist for TLS listeners only; LogBucket with `logDelivery`. */
    logBucket: pulumi.Input<string>;
    /** Whether only private addresses reach it. Defaults to false. */
    internal?: boolean;
    /** Whether each zone has an elastic IP of its own, to be allow-listed by clients. Defaults to true. */
    staticAddresses?: boolean;
    /** Whether a zone's node also sends to other zones' targets. Defaults to true. */
    crossZone?: boolean;
    /** TLS policy. Defaults to `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`. */
    tlsPolicy?: string;
    /** Whether AWS refuses to delete it. Defaults to true. */
    deletionProtection?: boolean;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * A Network Load Balancer for TCP, UDP and TLS: static addresses, the client's own address kept, and a
 * security group from its first day.
 *
 * Creates the load balancer, an elastic IP a zone, and a target group and listener a port. Costs about
 * $16.43 a month, $3.65 an address and $0.006 per LCU-hour.
 * Seed: "if your traffic is HTTP/HTTPS, use ALB. For everything else, use NLB". Idle TCP connections do
 * time out, after 350 seconds unless said otherwise.
 * Throws a BadArgumentsError that lists every bad argument.
 */
export class NetworkLoadBalancer extends pulumi.ComponentResource {
    /** Host name to point clients at. */
    public readonly dnsName: pulumi.Output<string>;
    /** Static address by zone letter; empty without. */
    public readonly addresses: Record<string, pulumi.Output<string>>;
    /** ARN of each listener's target group. */
    public readonly targetGroupArns: Record<string, pulumi.Output<string>>;

    constructor(name: string, args: NetworkLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`NetworkLoadBalancer "${name}"`, networkListenerProblems(name, args.listeners));
        super("palisade:index:NetworkLoadBalancer", name, args, opts);
        const eips = staticAddresses(name, args, this, opts);
        const loadBalancer = new lb.LoadBalancer(`${name}-lb`, settings(name, args, eips), {
            parent: this,
            dependsOn: opts?.dependsOn,
        });
        const groups = Object.entries(args.listeners).map(
            ([key, listener]): [string, pulumi.Output<string>] => [
                key,
                listen(`${name}-${key}`, listener, args, loadBalancer, this),
            ],
        );
        this.dnsName = loadBalancer.dnsName;
        this.addresses = Object.fromEntries(Object.entries(eips).map(([zone, eip]) => [zone, eip.publicIp]));
        this.targetGroupArns = Object.fromEntries(groups);
        this.registerOutputs({
            dnsName: this.dnsName,
            addresses: this.addresses,
            targetGroupArns: this.targetGroupArns,
        });
    }
}

function staticAddresses(
    name: string,
    args: NetworkLoadBalancerArgs,
    parent: pulumi.Resource,
    opts: pulumi.ComponentResourceOptions | undefined,
): Record<string, ec2.Eip> {
    if (args.internal === true || args.staticAddresses === false) {
        return {};
    }
    return Object.fromEntries(
        Object.keys(args.subnetIds).map((zone) => [
            zone,
            new ec2.Eip(
                `${name}-${zone}`,
                { domain: "vpc", tags: { ...args.tags, Name: `${name}-${zone}` } },
                { parent, dependsOn: opts?.dependsOn },
            ),
        ]),
    );
}

function settings(
    name: string,
    args: NetworkLoadBalancerArgs,
    eips: Record<string, ec2.Eip>,
): lb.LoadBalancerArgs {
    return {
        loadBalancerType: "network",
        internal: args.internal ?? false,
        subnetMappings: Object.entries(args.subnetIds).map(([zone, subnetId]) => ({
            subnetId,
            ...(eips[zone] === undefined ? {} : { allocationId: eips[zone].id }),
        })),
        securityGroups: [args.securityGroupId],
        // What comes through PrivateLink is a client like any other.
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
        enableCrossZoneLoadBalancing: args.crossZone ?? true,
        enableDeletionProtection: args.deletionProtection ?? true,
        accessLogs: { bucket: args.logBucket, prefix: `${name}/access`, enabled: true },
        tags: { ...args.tags, Name: name },
    };
}

function listen(
    name: string,
    listener: NetworkListenerArgs,
    args: NetworkLoadBalancerArgs,
    loadBalancer: lb.LoadBalancer,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    const group = new lb.TargetGroup(
        name,
        {
            vpcId: args.vpcId,
            targetType: listener.targetType ?? "instance",
            protocol: listener.targetProtocol ?? (listener.protocol === "TLS" ? "TCP" : listener.protocol),
            port: listener.targetPort ?? listener.port,
            preserveClientIp: String(listener.preserveClientIp ?? true),
            deregistrationDelay: 60,
            healthCheck: { enabled: true, protocol: "TCP", port: "traffic-port", interval: 30 },
            tags: { ...args.tags, Name: name },
        },
        { parent },
    );
    new lb.Listener(
        name,
        {
            loadBalancerArn: loadBalancer.arn,
            protocol: listener.protocol,
            port: listener.port,
            ...(listener.protocol === "TLS"
                ? {
                      sslPolicy: args.tlsPolicy ?? "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
                      certificateArn: listener.certificateArn,
                  }
                : {}),
            ...(listener.protocol === "TCP" && listener.idleTimeoutSeconds !== undefined
                ? { tcpIdleTimeoutSeconds: listener.idleTimeoutSeconds }
                : {}),
            defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
            tags: args.tags,
        },
        { parent },
    );
    return group.arn;
}
