import type { NetworkModel, SecurityGroup, SecurityGroupRule } from "../../../analysis/model/network-model";
import { overlaps } from "../../../packets/interval-set";
import { bastionWords, hasBastion } from "../../access/bastions";
import { launchTypes } from "../../access/launch";
import { violates } from "../../fault";
import { portSetOf, portsOf } from "../../network/exposure";
import { carriersOf } from "../../network/tiers";
import { at, isSet } from "../../reading";
import { perStack, rule } from "../../rule";
import { ports } from "../../settings";

export const ssmOverSsh = rule(
    {
        id: "ssm-over-ssh",
        title: "Without a bastion, hosts are entered by Session Manager and not by SSH",
        severity: "medium",
        checklist: ["access-2"],
        why: "Keys are copied and ports are scanned; a session needs neither, and is recorded.",
        fix: "Remove the key pair and the SSH rule; give the host a role for Systems Manager and its endpoints.",
        docs: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
        config: {
            bastions: bastionWords,
            sshPorts: ports("TCP ports of SSH", [22, 2222]),
        },
    },
    perStack((stack, { bastions, sshPorts }) => {
        if (hasBastion(stack, bastions)) {
            return [];
        }
        const { model } = stack;
        const ssh = portSetOf(sshPorts);
        const keyed = stack.stated(...launchTypes).filter((host) => isSet(host, "keyName"));
        const admitting = [...model.securityGroups.values()].flatMap((group) =>
            group.rules.filter(
                (one) =>
                    one.direction === "ingress" &&
                    overlaps(portsOf(one.traffic, "tcp"), ssh) &&
                    !isAmongThemselves(one, group) &&
                    !isConnectEndpoint(one, model),
            ),
        );
        return [
            ...keyed.map((host) =>
                violates(at(host, "keyName"), "is set, though no bastion leads to the host"),
            ),
            ...admitting.map((one) => violates(one, "admits SSH, though there is no bastion to come from")),
        ];
    }),
);

const isAmongThemselves = ({ peer }: SecurityGroupRule, group: SecurityGroup): boolean =>
    peer.kind === "securityGroup" && peer.securityGroup === group.key;

/** EC2 Instance Connect comes in by an endpoint of its own, under IAM and without a bastion. */
function isConnectEndpoint({ peer }: SecurityGroupRule, model: NetworkModel): boolean {
    const group = peer.kind === "securityGroup" ? model.securityGroups.get(peer.securityGroup) : undefined;
    return (
        group !== undefined && carriersOf(group, model).some(({ kind }) => kind === "instanceConnectEndpoint")
    );
}
