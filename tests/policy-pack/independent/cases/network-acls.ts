import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource } from "../../support/specimen";

type Inputs = SpecimenResource["inputs"];

const entry = (ruleNo: number, port: number, peer: Inputs, action = "allow"): Inputs => ({
    ruleNo,
    action,
    protocol: "tcp",
    fromPort: port,
    toPort: port,
    ...peer,
});

const world = { cidrBlock: "0.0.0.0/0" };
const host = { cidrBlock: "10.0.0.0/32" };
const https = entry(200, 443, { cidrBlock: "10.3.0.0/18" });

const acl = (ingress: readonly Inputs[], egress: readonly Inputs[] = [https]) => [
    aws("ec2:NetworkAcl")({ vpcId: "vpc-12345", egress, ingress }),
];

/** An entry as a resource of its own, in an ACL that has no others. */
const own = (inputs: Inputs): readonly SpecimenResource[] => [
    aws("ec2:NetworkAcl")({ vpcId: "vpc-12345" }, "wall"),
    aws("ec2:NetworkAclRule")({
        networkAclId: ref("wall"),
        ruleNumber: 200,
        egress: false,
        protocol: "tcp",
        ruleAction: "allow",
        ...world,
        ...inputs,
    }),
];

/** An entry that is added to an ACL of another stack. */
const added = (inputs: Inputs): readonly SpecimenResource[] =>
    own({ networkAclId: "acl-12345", ...inputs }).filter(({ name }) => name !== "wall");

const portOpen = (port: number): Cases => ({
    "the port to everybody": acl([entry(100, port, world), entry(110, 8443, host)]),
    "the port to every IPv6 address": acl([entry(100, port, { ipv6CidrBlock: "::/0" })]),
    "an own entry for the port": own({ fromPort: port, toPort: port }),
    "an own entry for a range around it": own({ fromPort: port - 15, toPort: port + 3 }),
    "an own entry for everything": own({ protocol: "-1" }),
    "an entry for another stack's ACL": added({ fromPort: port, toPort: port }),
    "an entry for everything, for another stack's ACL": added({ protocol: "-1" }),
    "an own entry for everything, with ports as zeros": own({ protocol: "-1", fromPort: 0, toPort: 0 }),
    "an own entry by the protocol's number": own({ protocol: "6", fromPort: port, toPort: port }),
});

const portClosed = (port: number): Cases => ({
    "the port to one host": acl([entry(100, port, host), entry(110, 8443, host)]),
    "a denial to everybody": acl([entry(100, port, world, "deny"), entry(110, 8443, host)]),
    "no ingress": acl([]),
    "an entry for one host, for another stack's ACL": added({ ...host, fromPort: port, toPort: port }),
    "a denial, for another stack's ACL": added({ ruleAction: "deny", fromPort: port, toPort: port }),
    "an own entry for one host": own({ ...host, fromPort: port, toPort: port }),
    "an own entry for one host and a range": own({ ...host, fromPort: port - 15, toPort: port + 3 }),
    "an own entry that denies": own({ ruleAction: "deny", fromPort: port, toPort: port }),
    "an own entry for egress": own({ egress: true, fromPort: port, toPort: port }),
    "a denial before what is let through": acl([entry(90, port, world, "deny"), entry(100, port, world)]),
});

export const networkAcls: readonly Fixture[] = [
    from("checkov", "CKV_AWS_232", { pass: portClosed(22), fail: portOpen(22) }),
    from("checkov", "CKV_AWS_231", { pass: portClosed(3389), fail: portOpen(3389) }),
    from("checkov", "CKV_AWS_229", { pass: portClosed(21), fail: portOpen(21) }),
    from("checkov", "CKV_AWS_230", { pass: portClosed(20), fail: portOpen(20) }),
    from("checkov", "CKV_AWS_352", {
        pass: {
            "every protocol, out": own({ protocol: "all", egress: true }),
            "one port": own({ fromPort: 443, toPort: 443 }),
        },
        fail: {
            "every protocol": own({ protocol: "all" }),
            "every protocol, for another stack's ACL": added({ protocol: "all" }),
            "every protocol, with an empty port": own({ protocol: "all", fromPort: "" }),
        },
        disputed: {
            "every protocol with a port": {
                theirs: "pass",
                because: "AWS ignores the ports of an entry for every protocol",
                resources: own({ protocol: "all", fromPort: 80, toPort: 80 }),
            },
        },
    }),
    from("trivy", "AWS-0102", {
        pass: { "one port": own({ fromPort: 443, toPort: 443 }) },
        fail: { "every protocol": own({ protocol: "-1" }) },
    }),
    from("trivy", "AWS-0105", {
        pass: { "SSH from one network": own({ cidrBlock: "10.0.0.0/16", fromPort: 22, toPort: 22 }) },
        fail: { "SSH from everywhere": own({ fromPort: 22, toPort: 22 }) },
    }),
    from("checkov", "CKV2_AWS_1", {
        pass: {
            "an ACL that names a subnet": [
                aws("ec2:Subnet")({ vpcId: "vpc-12345", cidrBlock: "10.0.1.0/24" }, "main"),
                aws("ec2:NetworkAcl")({ vpcId: "vpc-12345", subnetIds: [ref("main")] }),
            ],
        },
        fail: {
            "an ACL of a VPC without subnets": [
                aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }, "network"),
                aws("ec2:NetworkAcl")({ vpcId: ref("network") }),
            ],
            "an ACL of nothing": [aws("ec2:NetworkAcl")({})],
        },
        disputed: {
            "an ACL beside a subnet of its VPC": {
                theirs: "pass",
                because: "a subnet keeps the VPC's default ACL until it is associated with another",
                resources: [
                    aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }, "network"),
                    aws("ec2:NetworkAcl")({ vpcId: ref("network") }),
                    aws("ec2:Subnet")({ vpcId: ref("network"), cidrBlock: "10.0.1.0/24" }, "main"),
                ],
            },
        },
    }),
];
