import { named, type Network, type TransitGateway } from "../network";
import { refer, type Registry } from "./registry";

export function addConnections(registry: Registry, network: Network): void {
    for (const { id } of network.peerings) {
        addPeering(registry, network, id);
    }
    for (const gateway of network.transitGateways) {
        addTransitGateway(registry, gateway);
    }
    addTransitPeerings(registry, network);
    addGatewayEndpoints(registry, network);
    addBlockPublicAccess(registry, network);
}

function addPeering(registry: Registry, network: Network, id: string): void {
    const { requester, accepter, accepted } = named(network.peerings, id);
    const near = named(network.vpcs, requester);
    const far = named(network.vpcs, accepter);
    const sameRegion = near.region === far.region;
    const byAccepter = accepted && (!sameRegion || registry.choose(`${id}-accepted`, true, false));
    registry.add(
        id,
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        {
            vpcId: refer(requester),
            peerVpcId: refer(accepter),
            peerRegion: sameRegion ? undefined : far.region,
            autoAccept: accepted && !byAccepter ? true : undefined,
        },
        { acceptStatus: accepted ? "active" : "pending-acceptance" },
    );
    if (byAccepter) {
        registry.add(
            `${id}-accepter`,
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            {
                vpcPeeringConnectionId: refer(id),
                autoAccept: true,
                region: sameRegion ? undefined : far.region,
            },
            { acceptStatus: "active" },
        );
    }
}

const switchOf = (on: boolean): "enable" | "disable" => (on ? "enable" : "disable");

function addTransitGateway(registry: Registry, gateway: TransitGateway): void {
    const defaultTable = gateway.tables.find((table) => table.untouched === true);
    const byDefault = defaultTable !== undefined;
    registry.add(
        gateway.id,
        "aws:ec2transitgateway/transitGateway:TransitGateway",
        {
            defaultRouteTableAssociation: byDefault ? undefined : "disable",
            defaultRouteTablePropagation: byDefault ? undefined : "disable",
            securityGroupReferencingSupport: gateway.securityGroupReferencing ? "enable" : undefined,
        },
        { associationDefaultRouteTableId: `tgw-rtb-of-${gateway.id}` },
    );
    for (const table of gateway.tables) {
        if (table === defaultTable) {
            registry.alias(table.id, gateway.id, "associationDefaultRouteTableId");
        } else {
            registry.add(table.id, "aws:ec2transitgateway/routeTable:RouteTable", {
                transitGatewayId: refer(gateway.id),
            });
        }
    }
    for (const attachment of gateway.attachments) {
        const { id, vpc, subnets, table } = attachment;
        const isAssociated = table === defaultTable?.id;
        const propagates = defaultTable?.propagations.includes(id) === true;
        registry.add(id, "aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
            transitGatewayId: refer(gateway.id),
            vpcId: refer(vpc),
            subnetIds: subnets.map((subnet) => refer(subnet)),
            securityGroupReferencingSupport: attachment.securityGroupReferencing
                ? registry.choose(`${id}-referencing`, undefined, "enable")
                : switchOf(false),
            transitGatewayDefaultRouteTableAssociation: byDefault && !isAssociated ? false : undefined,
            transitGatewayDefaultRouteTablePropagation: byDefault && !propagates ? false : undefined,
        });
        if (table !== undefined && table !== defaultTable?.id) {
            const type = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
            registry.add(`${id}-association`, type, {
                transitGatewayAttachmentId: refer(id),
                transitGatewayRouteTableId: refer(table),
            });
        }
    }
    for (const table of gateway.tables) {
        table.routes.forEach(({ cidr, attachment }, index) => {
            registry.add(`${table.id}-route-${index}`, "aws:ec2transitgateway/route:Route", {
                transitGatewayRouteTableId: refer(table.id),
                destinationCidrBlock: cidr,
                ...(attachment === undefined
                    ? { blackhole: true }
                    : { transitGatewayAttachmentId: refer(attachment) }),
            });
        });
        for (const attachment of table === defaultTable ? [] : table.propagations) {
            const type = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";
            registry.add(`${table.id}-from-${attachment}`, type, {
                transitGatewayAttachmentId: refer(attachment),
                transitGatewayRouteTableId: refer(table.id),
            });
        }
    }
}

/** One attachment for both gateways; the one that comes first asks for it. */
function addTransitPeerings(registry: Registry, network: Network): void {
    const asked = new Set<string>();
    for (const gateway of network.transitGateways) {
        for (const { id, peer, table } of gateway.peerings ?? []) {
            if (!asked.has(id)) {
                asked.add(id);
                registry.add(id, "aws:ec2transitgateway/peeringAttachment:PeeringAttachment", {
                    transitGatewayId: refer(gateway.id),
                    peerTransitGatewayId: refer(peer),
                    peerRegion: "us-east-1",
                });
                const accepter = "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter";
                registry.add(`${id}-accepter`, accepter, { transitGatewayAttachmentId: refer(id) });
            }
            if (table !== undefined) {
                const type = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
                registry.add(`${id}-association-${gateway.id}`, type, {
                    transitGatewayAttachmentId: refer(id),
                    transitGatewayRouteTableId: refer(table),
                });
            }
        }
    }
}

function addGatewayEndpoints(registry: Registry, network: Network): void {
    for (const { id, vpc, service, prefixList, routeTables } of network.gatewayEndpoints) {
        const together = registry.choose(`${id}-shape`, true, false);
        const tables = routeTables.map((table) => refer(table));
        const { cidrs } = named(network.prefixLists, prefixList);
        registry.add(
            id,
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            {
                vpcId: refer(vpc),
                vpcEndpointType: registry.choose(`${id}-type`, "Gateway", undefined),
                serviceName: `com.amazonaws.us-east-1.${service}`,
                routeTableIds: together ? tables : undefined,
            },
            { prefixListId: `pl-of-${service}`, cidrBlocks: cidrs, routeTableIds: tables },
        );
        if (!together) {
            for (const table of routeTables) {
                const type = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
                registry.add(`${id}-${table}`, type, {
                    vpcEndpointId: refer(id),
                    routeTableId: refer(table),
                });
            }
        }
    }
}

function addBlockPublicAccess(registry: Registry, network: Network): void {
    const { mode, exclusions } = network.blockPublicAccess;
    if (mode !== "off") {
        const type = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
        registry.add("block-public-access", type, { internetGatewayBlockMode: mode });
    }
    for (const exclusion of exclusions) {
        const isVpc = network.vpcs.some((vpc) => vpc.id === exclusion.subject);
        const type = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
        registry.add(`exclusion-of-${exclusion.subject}`, type, {
            [isVpc ? "vpcId" : "subnetId"]: refer(exclusion.subject),
            internetGatewayExclusionMode: exclusion.mode,
        });
    }
}
