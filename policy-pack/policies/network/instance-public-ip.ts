import { undecidable, violates, type Faults } from "../../fault";
import { asksForAddress, undecidedAddress } from "../../network/public-hosts";
import { isCalled } from "../../network/words";
import { perResourceAndStack, rule } from "../../rule";
import { textList } from "../../settings";

const hostTypes = [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/launchTemplate:LaunchTemplate",
];
const hostKinds = ["instance", "autoScalingGroup", "networkInterface"];

export const instancePublicIp = rule(
    {
        id: "instance-public-ip",
        title: "No host but a bastion has a public address",
        severity: "high",
        checklist: ["network-5"],
        why: "A host with a public address is one security-group mistake away from the whole internet.",
        fix: "Put it into a private subnet behind a load balancer, and reach it by Session Manager.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9",
        config: {
            publicHosts: textList("Words that call hosts which need a public address", ["bastion"]),
        },
    },
    perResourceAndStack(
        hostTypes,
        (host, { publicHosts }) => (isCalled(host, publicHosts) ? [] : asksForAddress(host)),
        ({ model }, { publicHosts }) =>
            [...model.interfaces.values()]
                .filter(({ kind, external }) => hostKinds.includes(kind) && !external)
                .filter(({ record, publicIpv4 }) => publicIpv4 !== "no" && !isCalled(record, publicHosts))
                .flatMap(({ record, key, publicIpv4, undecided }): Faults => {
                    if (publicIpv4 === "yes") {
                        return [violates(record ?? { urn: key }, "gets a public IPv4 address")];
                    }
                    const open = undecided.filter(({ property }) => /public/i.test(property));
                    return [
                        undecidable(open[0] ?? undecidedAddress(key), "whether it gets one cannot be told"),
                    ];
                }),
    ),
);
