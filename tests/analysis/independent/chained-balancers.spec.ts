import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const guide = "Elastic Load Balancing guides";

const network: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
    b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" }],
    main: [
        "ec2/DefaultRouteTable",
        {
            defaultRouteTableId: "@vpc.defaultRouteTableId",
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
        },
    ],
    front: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(80, "0.0.0.0/0")], egress: everything }],
    back: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(9000, "@front")] }],
    alb: ["lb/LoadBalancer", { internal: true, subnets: ["@a", "@b"], securityGroups: ["@front"] }],
    apps: ["lb/TargetGroup", { port: 8080, protocol: "HTTP", vpcId: "@vpc" }],
    albListener: [
        "lb/Listener",
        {
            loadBalancerArn: "@alb.arn",
            port: 80,
            protocol: "HTTP",
            defaultActions: [{ type: "forward", targetGroupArn: "@apps.arn" }],
        },
    ],
    app: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@back"] }],
    other: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@back"] }],
    appTarget: ["lb/TargetGroupAttachment", { targetGroupArn: "@apps.arn", targetId: "@app", port: 9000 }],
    nlb: ["lb/LoadBalancer", { loadBalancerType: "network", subnets: ["@a", "@b"] }],
    albs: ["lb/TargetGroup", { port: 80, protocol: "TCP", vpcId: "@vpc", targetType: "alb" }],
    albTarget: ["lb/TargetGroupAttachment", { targetGroupArn: "@albs.arn", targetId: "@alb.arn", port: 80 }],
    nlbListener: [
        "lb/Listener",
        {
            loadBalancerArn: "@nlb.arn",
            port: 443,
            protocol: "TCP",
            defaultActions: [{ type: "forward", targetGroupArn: "@albs.arn" }],
        },
    ],
};

examine("chained load balancers", [
    {
        says: "A network load balancer leads to an application load balancer and on to its targets",
        source: `${guide}: Use Application Load Balancers as targets of a Network Load Balancer`,
        resources: network,
        expected: [
            "internet > nlb tcp 443 = reachable",
            "internet > alb tcp 443 via nlb = reachable",
            "internet > app tcp 443 via nlb = reachable",
            "internet > app tcp 80 via nlb = blocked",
            "internet > other tcp 443 via nlb = blocked",
            "internet > alb tcp 80 = blocked",
            "internet > app tcp 80 via alb = blocked",
            "internet > app tcp 9000 = blocked",
        ],
    },
]);
