import { buildNetworkModel } from "../../analysis/model/build-network-model";
import type { NetworkAcl, NetworkModel } from "../../analysis/model/network-model";
import type { ResourceRecord } from "../../analysis/model/resource-record";
import { formatAddressSet } from "../../packets/address-set";
import { intersect, union } from "../../packets/interval-set";
import { formatPorts, type PortSet } from "../../packets/ports";
import { undecidable, violates, type Faults, type Place } from "../fault";
import { isSet } from "../reading";
import { perResourceAndStack, type Judge } from "../rule";
import type { SettingsOf, SettingsSchema } from "../settings";
import { passagesOf } from "./acl-evaluation";
import { isInternet, type PortProtocol } from "./exposure";

/** What can hold entries inline, and so be judged before it is created. */
const aclTypes = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];

const entryType = "aws:ec2/networkAclRule:NetworkAclRule";

/**
 * Judges network ACLs by one predicate: the inline entries of a single resource, and each ACL with all
 * its entries at the end of a preview. Of the ACLs that AWS makes by itself, those that hold for a
 * subnet are judged; of another stack's, the entries that this one adds, unless only a `whole` ACL tells.
 */
export function perNetworkAcl<C extends SettingsSchema>(
    judge: (acl: NetworkAcl, settings: SettingsOf<C>) => Faults,
    needed: "whole" | "some entries" = "some entries",
): Judge<C> {
    const isAddedTo = ({ external, isDefault, entries }: NetworkAcl): boolean =>
        needed === "some entries" && external && !isDefault && entries.length > 0;
    const judgeAll = (model: NetworkModel, settings: SettingsOf<C>): Faults =>
        [...model.networkAcls.values()]
            .filter((acl) => acl.record !== undefined || isAddedTo(acl) || subnetsOf(acl, model).length > 0)
            .flatMap((acl) => judge(acl, settings).map((fault) => withUser(fault, acl, model)));
    return perResourceAndStack<C>(
        aclTypes,
        (record, settings) => judgeAll(buildNetworkModel([record]), settings),
        (stack, settings) => [
            ...judgeAll(stack.model, settings),
            ...stack
                .ofType(entryType)
                .filter((entry) => !isSet(entry, "networkAclId"))
                .flatMap((entry) => judgeAll(buildNetworkModel([inSomeAcl(entry)]), settings)),
        ],
    );
}

/** An entry that does not say which ACL it is for still says what it lets in. */
function inSomeAcl(entry: ResourceRecord): ResourceRecord {
    const said = { ruleNumber: 1, networkAclId: "acl-not-said", ...entry.properties };
    return { ...entry, properties: said, inputs: said };
}

export const subnetsOf = (acl: NetworkAcl, model: NetworkModel) =>
    [...model.subnets.values()].filter(({ networkAcl, external }) => networkAcl === acl.key && !external);

/** An ACL that no resource stands for is told by a subnet that it holds for. */
function withUser(fault: Faults[number], acl: NetworkAcl, model: NetworkModel): Faults[number] {
    const user = subnetsOf(acl, model)[0];
    return acl.record === undefined && user !== undefined
        ? {
              ...fault,
              urn: user.key,
              property: "networkAcl",
              message: `the default network ACL ${fault.message}`,
          }
        : fault;
}

/** What an ACL lets in from the internet on some ports, entry by entry. */
export function letIn(acl: NetworkAcl, protocol: PortProtocol, ports: PortSet, danger: string): Faults {
    const open = passagesOf(acl, false, protocol, ports).filter(({ addresses }) => isInternet(addresses));
    const entries = new Set(open.flatMap((part) => part.entries.map(({ entry }) => entry)));
    return [...entries].map((entry) => {
        const reached = open
            .filter((part) => part.entries.some((one) => one.entry === entry))
            .reduce<PortSet>((sum, part) => union(sum, intersect(part.ports, ports)), []);
        const who = formatAddressSet(entry.addresses);
        const place: Place = { urn: entry.urn, property: entry.property };
        const name = `${protocol.toUpperCase()} ${formatPorts(reached)}`;
        return violates(place, `entry ${entry.number} lets in ${name} from ${who}: ${danger}`, {
            evidence: [
                {
                    label: "packet",
                    value: `${protocol} from any host of ${who.split(", ")[0]!} to port ${reached[0]!.first}`,
                },
            ],
        });
    });
}

export const undecidedEntries = (acl: NetworkAcl, consequence: string): Faults =>
    acl.undecided.map((open) => undecidable(open, consequence));
