import { expect } from "chai";
import fc from "fast-check";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { Key, NetworkModel } from "../../../analysis/model/network-model";
import type { Undecided } from "../../../analysis/model/resource-record";
import { networks } from "./arbitrary-network";
import { meaning } from "./both-forms";

/** Every key that an entity mentions, with the map that must hold it. */
function mentions(model: NetworkModel): [ReadonlyMap<Key, unknown>, Key][] {
    const found: [ReadonlyMap<Key, unknown>, Key][] = [];
    const add = (entities: ReadonlyMap<Key, unknown>, ...keys: (Key | undefined)[]): void => {
        keys.forEach((key) => key !== undefined && found.push([entities, key]));
    };
    for (const vpc of model.vpcs.values()) {
        add(model.routeTables, vpc.mainRouteTable);
        add(model.networkAcls, vpc.defaultNetworkAcl);
        add(model.securityGroups, vpc.defaultSecurityGroup);
    }
    for (const subnet of model.subnets.values()) {
        add(model.vpcs, subnet.vpc);
        add(model.routeTables, subnet.routeTable);
        add(model.networkAcls, subnet.networkAcl);
    }
    for (const { vpc, subnets, securityGroups } of model.interfaces.values()) {
        add(model.vpcs, vpc);
        add(model.subnets, ...subnets);
        add(model.securityGroups, ...securityGroups);
    }
    for (const { vpc, rules } of model.securityGroups.values()) {
        add(model.vpcs, vpc);
        add(
            model.securityGroups,
            ...rules.map(({ peer }) => (peer.kind === "securityGroup" ? peer.securityGroup : undefined)),
        );
    }
    for (const { vpc, routes } of model.routeTables.values()) {
        add(model.vpcs, vpc);
        add(
            model.internetGateways,
            ...routes.map(({ target }) => (target.kind === "internetGateway" ? target.key : undefined)),
        );
    }
    [...model.networkAcls.values(), ...model.natGateways.values()].forEach(({ vpc }) => add(model.vpcs, vpc));
    return found;
}

const doubts = (model: NetworkModel): Undecided[] => [
    ...model.undecided,
    ...[
        ...model.vpcs.values(),
        ...model.interfaces.values(),
        ...model.securityGroups.values(),
        ...model.routeTables.values(),
        ...model.networkAcls.values(),
    ]
        // Two tables or ACLs for one subnet are a mistake of the network, and told with the subnet.
        .filter(({ key }) => !key.startsWith("undecided:"))
        .flatMap(({ undecided }) => undecided),
    ...[...model.securityGroups.values()]
        .flatMap(({ rules }) => rules)
        .flatMap(({ peer }) => (peer.kind === "undecided" ? [peer.undecided] : [])),
];

describe("the model of any network of standalone resources", () => {
    it("is the same before the first deployment and after it", () => {
        fc.assert(
            fc.property(networks, (stack) => {
                const [preview, deployed] = (["preview", "deployed"] as const).map((form) =>
                    meaning(buildNetworkModel(stack.records(form))),
                );
                expect(preview).to.deep.equal(deployed);
            }),
            { numRuns: 200 },
        );
    });

    it("leaves nothing open", () => {
        fc.assert(
            fc.property(networks, fc.constantFrom("preview" as const, "deployed" as const), (stack, form) => {
                expect(doubts(buildNetworkModel(stack.records(form)))).to.deep.equal([]);
            }),
        );
    });

    it("gives every key it mentions an entity", () => {
        fc.assert(
            fc.property(networks, (stack) => {
                for (const [entities, key] of mentions(buildNetworkModel(stack.records("preview")))) {
                    expect(entities.has(key), key).to.equal(true);
                }
            }),
        );
    });

    it("does not depend on the order of resources", () => {
        const shuffled = networks.chain((stack) => {
            const records = stack.records("preview");
            return fc
                .shuffledSubarray(records, { minLength: records.length })
                .map((reordered) => ({ records, reordered }));
        });
        fc.assert(
            fc.property(shuffled, ({ records, reordered }) => {
                expect(meaning(buildNetworkModel(reordered))).to.deep.equal(
                    meaning(buildNetworkModel(records)),
                );
            }),
        );
    });

    it("only loses rules when a rule is taken out", () => {
        const total = (records: Parameters<typeof buildNetworkModel>[0]): number =>
            [...buildNetworkModel(records).securityGroups.values()].reduce(
                (sum, { rules }) => sum + rules.length,
                0,
            );
        fc.assert(
            fc.property(networks, (stack) => {
                const records = stack.records("preview");
                const rule = records.find(({ type }) => /SecurityGroup\w*Rule$/.test(type));
                fc.pre(rule !== undefined);
                expect(total(records.filter((record) => record !== rule))).to.equal(total(records) - 1);
            }),
        );
    });
});
