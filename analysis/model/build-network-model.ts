import { adoptDefaults } from "./adopted-defaults";
import { doubtAdoptedVpcs } from "./adopted-vpcs";
import { blockPublicAccess } from "./block-public-access";
import { gatewayEndpoints, interfaceEndpoints } from "./endpoints";
import { internetGateways, natGateways } from "./gateways";
import { instanceInterfaces } from "./instance-interfaces";
import { networkInterfaces } from "./interfaces";
import { loadBalancers } from "./load-balancers";
import { modelContext } from "./model-context";
import { networkAcls } from "./network-acls";
import type { NetworkModel } from "./network-model";
import { peeringConnections } from "./peering";
import { prefixLists } from "./prefix-lists";
import type { ResourceRecord } from "./resource-record";
import { routeTables } from "./route-tables";
import { securityGroups } from "./security-groups";
import { subnets } from "./subnets";
import { targetGroups } from "./target-groups";
import { transitGateways } from "./transit-gateways";
import { addUnseen, type UnfinishedModel } from "./unseen-entities";
import { vpcs } from "./vpcs";

/**
 * Builds the network that a stack's resources make, from any reader's records.
 *
 * It gives the same model for a stack that does not exist yet, where every id is unknown, as for the
 * deployed one: it joins resources by id where ids are known and by dependencies where they are not.
 * What the plan leaves open is in the `undecided` of whatever it concerns, or of the model where it
 * concerns nothing in particular; it is never guessed and never dropped. Every key leads to an entity,
 * except those of gateways that the model keeps no map of (virtual private, carrier, local, core network).
 */
export function buildNetworkModel(records: Iterable<ResourceRecord>): NetworkModel {
    const byUrn = new Map(Array.from(records, (record) => [record.urn, record]));
    const context = modelContext(byUrn.values());
    const vpcOfDefault = adoptDefaults(context);
    const vpcMap = vpcs(context);
    const subnetMap = subnets(context, vpcMap);
    const gatewayEndpointMap = gatewayEndpoints(context);
    const prefixListMap = prefixLists(context);
    const placed = networkInterfaces(context, subnetMap, vpcMap);
    const targetGroupMap = targetGroups(context, placed);
    const loadBalancerMap = loadBalancers(context, targetGroupMap);
    const model: UnfinishedModel = {
        vpcs: vpcMap,
        subnets: subnetMap,
        routeTables: routeTables(context, vpcMap, vpcOfDefault, gatewayEndpointMap.values()),
        networkAcls: networkAcls(context, vpcMap, vpcOfDefault),
        securityGroups: securityGroups(context, vpcMap, vpcOfDefault),
        prefixLists: prefixListMap,
        interfaces: placed.interfaces,
        instanceInterfaces: new Map(instanceInterfaces(context, placed.standIns)),
        internetGateways: internetGateways(context),
        natGateways: natGateways(context, subnetMap),
        peeringConnections: peeringConnections(context),
        gatewayEndpoints: gatewayEndpointMap,
        interfaceEndpoints: interfaceEndpoints(context),
        loadBalancers: loadBalancerMap,
        targetGroups: targetGroupMap,
        transitGateways: transitGateways(context, prefixListMap),
        blockPublicAccess: blockPublicAccess(context),
        undecided: context.unattached,
    };
    addUnseen(context, model);
    doubtAdoptedVpcs(context);
    context.doubts.settle(model);
    return { records: byUrn, ...model };
}
