import type { NetworkModel } from "../../../analysis/model/network-model";
import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { launchTypes, perLaunch, spotFleetType } from "../../access/launch";
import { undecidable, violates, type Faults } from "../../fault";
import { asksForAddress, undecidedAddress } from "../../network/public-hosts";
import { isCalled } from "../../network/words";
import { perResourceAndStack, rule } from "../../rule";
import { textList } from "../../settings";

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
        [...launchTypes, spotFleetType],
        (host, { publicHosts }) => asked(host, publicHosts),
        (stack, { publicHosts }) => [
            ...stack.stated(spotFleetType).flatMap((fleet) => asked(fleet, publicHosts)),
            ...given(stack.model, publicHosts),
        ],
    ),
);

/** What a host, a template or a spot fleet asks for by itself. */
function asked(host: ResourceRecord, publicHosts: readonly string[]): Faults {
    if (isCalled(host, publicHosts)) {
        return [];
    }
    return host.type === spotFleetType ? perLaunch(host, asksForAddress) : asksForAddress(host);
}

/** What hosts get, asked for or by their subnet. */
const given = ({ interfaces }: NetworkModel, publicHosts: readonly string[]): Faults =>
    [...interfaces.values()]
        .filter(({ kind, external }) => hostKinds.includes(kind) && !external)
        .filter(({ record, publicIpv4 }) => publicIpv4 !== "no" && !isCalled(record, publicHosts))
        .map(({ record, key, publicIpv4, undecided }) => {
            if (publicIpv4 === "yes") {
                return violates(record ?? { urn: key }, "gets a public IPv4 address");
            }
            const open = undecided.find(({ property }) => /public/i.test(property));
            return undecidable(open ?? undecidedAddress(key), "whether it gets one cannot be told");
        });
