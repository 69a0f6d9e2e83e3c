import type {
    InterfaceKind,
    Key,
    NetworkModel,
    RouteTargetKind,
    Subnet,
    Vpc,
} from "../analysis/model/network-model";
import { formatCidr } from "../packets/cidr";
import { nameOf } from "./offline/urn";

/** A network as people draw it: tiers of subnets across zones, and what stands in them. */
export interface PicturedVpc {
    readonly urn: string;
    readonly name: string;
    readonly cidrs: readonly string[];
    readonly zones: readonly string[];
    readonly tiers: readonly PicturedTier[];
    /** The VPC's own doors: internet gateways, peering, transit, gateway endpoints. */
    readonly gateways: readonly PicturedGateway[];
}

export interface PicturedTier {
    readonly name: string;
    readonly access: TierAccess;
    readonly subnets: readonly PicturedSubnet[];
    /** Each with the zones that it stands in. */
    readonly members: readonly PicturedMember[];
}

/** Where a tier's default route leads: both ways to the internet, out only, or nowhere. */
export type TierAccess = "public" | "private" | "isolated";

export interface PicturedSubnet {
    readonly urn: string;
    readonly name: string;
    readonly zone: string;
    readonly cidrs: readonly string[];
}

export interface PicturedMember {
    readonly urn: string;
    readonly name: string;
    readonly kind: InterfaceKind;
    readonly zones: readonly string[];
}

export interface PicturedGateway {
    readonly urn: string;
    readonly name: string;
    readonly kind:
        "internetGateway" | "egressOnlyInternetGateway" | "peering" | "transitGateway" | "gatewayEndpoint";
}

/** Every VPC that the stack itself makes, ready to be drawn. */
export const pictureOf = (model: NetworkModel): PicturedVpc[] =>
    [...model.vpcs.values()].filter(({ external }) => !external).map((vpc) => picturedVpc(model, vpc));

function picturedVpc(model: NetworkModel, vpc: Vpc): PicturedVpc {
    const subnets = [...model.subnets.values()].filter(
        (subnet) => subnet.vpc === vpc.key && !subnet.external,
    );
    const zones = [...new Set(subnets.map(zoneOf))].sort();
    const tierNames = [...new Set(subnets.map((subnet) => tierOf(subnet, vpc)))];
    const tiers = tierNames.map((name) =>
        picturedTier(
            model,
            name,
            subnets.filter((one) => tierOf(one, vpc) === name),
        ),
    );
    return {
        urn: vpc.key,
        name: nameOf(vpc.key),
        cidrs: vpc.cidrs.map(formatCidr),
        zones,
        tiers: accessOrder.flatMap((access) => tiers.filter((tier) => tier.access === access)),
        gateways: gatewaysOf(model, vpc.key),
    };
}

const accessOrder: readonly TierAccess[] = ["public", "private", "isolated"];

const zoneOf = ({ zone }: Subnet): string => zone ?? "zone not known";

/** What subnets of a tier have in common: their name without the VPC's before it and the zone's after it. */
function tierOf({ key }: Subnet, vpc: Vpc): string {
    const name = nameOf(key);
    const own = name.startsWith(`${nameOf(vpc.key)}-`) ? name.slice(nameOf(vpc.key).length + 1) : name;
    return own.replace(/-[^-]+$/, "");
}

function picturedTier(model: NetworkModel, name: string, subnets: readonly Subnet[]): PicturedTier {
    const keys = new Set(subnets.map(({ key }) => key));
    const zonesOf = (of: readonly Key[]) => [
        ...new Set(subnets.filter(({ key }) => of.includes(key)).map(zoneOf)),
    ];
    const members = [...model.interfaces.values()]
        .filter((one) => !one.external && one.subnets.some((subnet) => keys.has(subnet)))
        .map(({ key, kind, subnets: own }) => ({ urn: key, name: nameOf(key), kind, zones: zonesOf(own) }));
    return {
        name,
        access: accessOf(model, subnets[0]!),
        subnets: subnets.map((subnet) => ({
            urn: subnet.key,
            name: nameOf(subnet.key),
            zone: zoneOf(subnet),
            cidrs: subnet.cidrs.map(formatCidr),
        })),
        members,
    };
}

const waysOut: ReadonlySet<RouteTargetKind> = new Set([
    "natGateway",
    "egressOnlyInternetGateway",
    "networkInterface",
    "instance",
    "transitGateway",
]);

function accessOf(model: NetworkModel, subnet: Subnet): TierAccess {
    const targets = (model.routeTables.get(subnet.routeTable)?.routes ?? [])
        .filter(({ destination }) => destination.kind === "cidr" && destination.cidr.prefix === 0)
        .map(({ target }) => target.kind);
    if (targets.includes("internetGateway")) {
        return "public";
    }
    return targets.some((kind) => waysOut.has(kind as RouteTargetKind)) ? "private" : "isolated";
}

function gatewaysOf(model: NetworkModel, vpc: Key): PicturedGateway[] {
    const pictured = (urn: string, kind: PicturedGateway["kind"], name = nameOf(urn)): PicturedGateway => ({
        urn,
        name,
        kind,
    });
    return [
        ...[...model.internetGateways.values()]
            .filter((gateway) => gateway.vpc === vpc)
            .map(({ key, egressOnly }) =>
                pictured(key, egressOnly ? "egressOnlyInternetGateway" : "internetGateway"),
            ),
        ...[...model.peeringConnections.values()]
            .filter(({ requester, accepter }) => requester === vpc || accepter === vpc)
            .map(({ key }) => pictured(key, "peering")),
        ...[...model.transitGateways.entries()]
            .filter(([, { attachments }]) => attachments.some((attachment) => attachment.vpc === vpc))
            .map(([key]) => pictured(key, "transitGateway")),
        ...[...model.gatewayEndpoints.values()]
            .filter((endpoint) => endpoint.vpc === vpc)
            .map(({ key, service }) => pictured(key, "gatewayEndpoint", service)),
    ];
}
