import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const guide = "Elastic Load Balancing guides";

/** Two public and two private subnets in two zones, with clients inside and outside. */
const base: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    public1: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
    public2: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" }],
    private1: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.8.0/24", availabilityZone: "us-east-1a" }],
    private2: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.9.0/24", availabilityZone: "us-east-1b" }],
    table: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    of1: ["ec2/RouteTableAssociation", { subnetId: "@public1", routeTableId: "@table" }],
    of2: ["ec2/RouteTableAssociation", { subnetId: "@public2", routeTableId: "@table" }],
    open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
    client: ["ec2/Instance", { subnetId: "@private1", vpcSecurityGroupIds: ["@open"] }],
};
const listener = (balancer: string, port: number, protocol: string, group: string): Resources[string] => [
    "lb/Listener",
    {
        loadBalancerArn: `@${balancer}.arn`,
        port,
        protocol,
        defaultActions: [{ type: "forward", targetGroupArn: `@${group}.arn` }],
    },
];
const target = (group: string, host: string): Resources[string] => [
    "lb/TargetGroupAttachment",
    { targetGroupArn: `@${group}.arn`, targetId: `@${host}` },
];

examine("load balancing", [
    {
        says: "An application load balancer's two legs are judged by its own group and its targets'",
        source: `${guide}: Security groups for your Application Load Balancer; Listener rules`,
        resources: {
            ...base,
            albGroup: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [tcp(443, "0.0.0.0/0"), tcp(80, "0.0.0.0/0")],
                    egress: [tcp(8080, "@appGroup")],
                },
            ],
            appGroup: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
            fromAlb: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@appGroup",
                    ipProtocol: "tcp",
                    fromPort: 8080,
                    toPort: 8080,
                    referencedSecurityGroupId: "@albGroup",
                },
            ],
            fromAlb9: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@appGroup",
                    ipProtocol: "tcp",
                    fromPort: 9090,
                    toPort: 9090,
                    referencedSecurityGroupId: "@albGroup",
                },
            ],
            alb: ["alb/LoadBalancer", { subnets: ["@public1", "@public2"], securityGroups: ["@albGroup"] }],
            apps: ["alb/TargetGroup", { port: 8080, protocol: "HTTP", vpcId: "@vpc" }],
            admin: ["alb/TargetGroup", { port: 9090, protocol: "HTTP", vpcId: "@vpc" }],
            app: ["ec2/Instance", { subnetId: "@private1", vpcSecurityGroupIds: ["@appGroup"] }],
            back: ["ec2/Instance", { subnetId: "@private2", vpcSecurityGroupIds: ["@appGroup"] }],
            ofApp: ["alb/TargetGroupAttachment", { targetGroupArn: "@apps.arn", targetId: "@app" }],
            ofBack: ["alb/TargetGroupAttachment", { targetGroupArn: "@admin.arn", targetId: "@back" }],
            https: [
                "alb/Listener",
                {
                    loadBalancerArn: "@alb.arn",
                    port: 443,
                    protocol: "HTTPS",
                    defaultActions: [{ type: "forward", targetGroupArn: "@apps.arn" }],
                },
            ],
            http: [
                "alb/Listener",
                {
                    loadBalancerArn: "@alb.arn",
                    port: 80,
                    protocol: "HTTP",
                    defaultActions: [
                        {
                            type: "redirect",
                            redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" },
                        },
                    ],
                },
            ],
            rule: [
                "alb/ListenerRule",
                {
                    listenerArn: "@https.arn",
                    priority: 10,
                    conditions: [{ pathPattern: { values: ["/admin/*"] } }],
                    actions: [{ type: "forward", targetGroupArn: "@admin.arn" }],
                },
            ],
        },
        expected: [
            "internet > alb tcp 443 = reachable",
            "internet > alb tcp 80 = reachable",
            "internet > alb tcp 22 = blocked",
            "internet > app tcp 443 via alb = reachable",
            "internet > app tcp 80 via alb = blocked",
            // The balancer's group lets out to 8080 alone.
            "internet > back tcp 443 via alb = blocked",
            "internet > app tcp 8080 = blocked",
            "client > alb.private tcp 443 = reachable",
            "client > app tcp 8080 = blocked",
            "alb > app tcp 8080 = reachable",
            "alb > app tcp 22 = blocked",
            "alb > back tcp 8080 = reachable",
        ],
    },
    {
        says: "An internet-facing balancer in subnets without a gateway is reached by nobody outside",
        source: `${guide}: Troubleshoot your Application Load Balancers, clients cannot connect to an internet-facing load balancer`,
        resources: {
            ...base,
            lost: ["lb/LoadBalancer", { subnets: ["@private1", "@private2"], securityGroups: ["@open"] }],
            mixed: ["lb/LoadBalancer", { subnets: ["@public1", "@private2"], securityGroups: ["@open"] }],
            internal: [
                "lb/LoadBalancer",
                { internal: true, subnets: ["@public1", "@public2"], securityGroups: ["@open"] },
            ],
            group: ["lb/TargetGroup", { port: 80, protocol: "HTTP", vpcId: "@vpc" }],
            lostListener: listener("lost", 80, "HTTP", "group"),
            mixedListener: listener("mixed", 80, "HTTP", "group"),
            internalListener: listener("internal", 80, "HTTP", "group"),
        },
        expected: [
            "internet > lost tcp 80 = blocked",
            "internet > mixed tcp 80 = reachable",
            "internet > internal tcp 80 = blocked",
            "client > internal tcp 80 = reachable",
            "client > lost tcp 80 = reachable",
            "client > lost tcp 81 = blocked",
        ],
    },
    {
        says: "A network load balancer shows its targets the clients, unless they are targets by address",
        source: `${guide}: Target groups for your Network Load Balancers, Client IP preservation`,
        resources: {
            ...base,
            clientsOnly: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(80, "198.51.100.0/24")], egress: everything },
            ],
            vpcOnly: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(80, "10.0.0.0/16")], egress: everything },
            ],
            nlb: ["lb/LoadBalancer", { loadBalancerType: "network", subnets: ["@public1", "@public2"] }],
            byInstance: ["lb/TargetGroup", { port: 80, protocol: "TCP", vpcId: "@vpc" }],
            byAddress: ["lb/TargetGroup", { port: 80, protocol: "TCP", vpcId: "@vpc", targetType: "ip" }],
            switchedOff: [
                "lb/TargetGroup",
                { port: 80, protocol: "TCP", vpcId: "@vpc", preserveClientIp: "false" },
            ],
            l80: listener("nlb", 80, "TCP", "byInstance"),
            l81: listener("nlb", 81, "TCP", "byAddress"),
            l82: listener("nlb", 82, "TCP", "switchedOff"),
            forClients: [
                "ec2/Instance",
                { subnetId: "@private1", privateIp: "10.0.8.10", vpcSecurityGroupIds: ["@clientsOnly"] },
            ],
            forVpc: [
                "ec2/Instance",
                { subnetId: "@private1", privateIp: "10.0.8.11", vpcSecurityGroupIds: ["@vpcOnly"] },
            ],
            i1: target("byInstance", "forClients"),
            i2: target("byInstance", "forVpc"),
            a1: ["lb/TargetGroupAttachment", { targetGroupArn: "@byAddress.arn", targetId: "10.0.8.10" }],
            a2: [
                "lb/TargetGroupAttachment",
                { targetGroupArn: "@byAddress.arn", targetId: "10.0.8.11", port: 80 },
            ],
            s1: target("switchedOff", "forClients"),
            s2: target("switchedOff", "forVpc"),
        },
        expected: [
            "198.51.100.9 > forClients tcp 80 via nlb = reachable",
            "203.0.113.9 > forClients tcp 80 via nlb = blocked",
            "198.51.100.9 > forVpc tcp 80 via nlb = blocked",
            "198.51.100.9 > forClients tcp 81 via nlb = blocked",
            "198.51.100.9 > forVpc tcp 81 via nlb = reachable",
            "203.0.113.9 > forVpc tcp 82 via nlb = reachable",
            "203.0.113.9 > forClients tcp 82 via nlb = blocked",
            "internet > nlb tcp 80 = reachable",
            "internet > nlb tcp 83 = blocked",
            "internet > nlb udp 80 = blocked",
        ],
    },
    {
        says: "A network load balancer with groups is known by them, and serves its own zone by default",
        source: `${guide}: Security groups for your Network Load Balancer; Cross-zone load balancing`,
        resources: {
            ...base,
            nlbGroup: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(443, "203.0.113.0/24")], egress: everything },
            ],
            targets: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(443, "@nlbGroup")] }],
            nlb: [
                "lb/LoadBalancer",
                { loadBalancerType: "network", subnets: ["@public1"], securityGroups: ["@nlbGroup"] },
            ],
            group: ["lb/TargetGroup", { port: 443, protocol: "TCP", vpcId: "@vpc" }],
            l443: listener("nlb", 443, "TLS", "group"),
            near: ["ec2/Instance", { subnetId: "@private1", vpcSecurityGroupIds: ["@targets"] }],
            far: ["ec2/Instance", { subnetId: "@private2", vpcSecurityGroupIds: ["@targets"] }],
            t1: target("group", "near"),
            t2: target("group", "far"),
        },
        expected: [
            "203.0.113.5 > near tcp 443 via nlb = reachable",
            "198.51.100.5 > near tcp 443 via nlb = blocked",
            "203.0.113.5 > far tcp 443 via nlb = blocked",
            "203.0.113.5 > near tcp 443 = blocked",
            "203.0.113.5 > nlb tcp 443 = reachable",
            "client > nlb.private tcp 443 = blocked",
        ],
    },
    {
        says: "A Classic Load Balancer's listeners lead to the instances' ports",
        source: `${guide}: Configure security groups for your Classic Load Balancer; Network ACLs`,
        resources: {
            ...base,
            elbGroup: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(80, "0.0.0.0/0")], egress: everything },
            ],
            backs: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(8000, "@elbGroup")] }],
            web: ["ec2/Instance", { subnetId: "@private1", vpcSecurityGroupIds: ["@backs"] }],
            other: ["ec2/Instance", { subnetId: "@private1", vpcSecurityGroupIds: ["@backs"] }],
            elb: [
                "elb/LoadBalancer",
                {
                    subnets: ["@public1", "@public2"],
                    securityGroups: ["@elbGroup"],
                    listeners: [
                        { lbPort: 80, lbProtocol: "http", instancePort: 8000, instanceProtocol: "http" },
                    ],
                    instances: ["@web"],
                },
            ],
        },
        expected: [
            "internet > elb tcp 80 = reachable",
            "internet > elb tcp 443 = blocked",
            "internet > web tcp 80 via elb = reachable",
            "internet > other tcp 80 via elb = blocked",
            "internet > web tcp 8000 = blocked",
            "elb > web tcp 8000 = reachable",
        ],
    },
]);
