import { addressAt } from "./addresses";
import type { Random } from "./generator/random";
import { named, type Interface, type Network } from "./network";

/**
 * Another network of which the same records would tell: where the records leave an address or a
 * subnet open, it is different. What is blocked must be blocked in all of them, what is reachable
 * reachable in all, and what is unknown should differ between some.
 */
export function anotherWorld(
    random: Random,
    network: Network,
    /** Addresses of the question: nobody gets a stranger's, and who is named by one keeps it. */
    asked: { readonly strangers: readonly string[]; readonly named: readonly string[] },
): Network {
    const used = new Set([...asked.strangers, ...asked.named]);
    for (const face of network.interfaces.filter((candidate) => candidate.pinned)) {
        used.add(face.privateAddress);
        used.add(face.ipv6Address ?? face.privateAddress);
    }
    const interfaces = network.interfaces.map((face): Interface => {
        const publicly =
            face.publicAddress === undefined ? {} : { publicAddress: publicAddress(random, used) };
        if (face.pinned || asked.named.includes(face.privateAddress)) {
            return { ...face, ...publicly };
        }
        const subnet = face.mayBeIn === undefined ? face.subnet : random.pick(face.mayBeIn);
        const [ipv4, ipv6] = named(network.subnets, subnet).cidrs;
        const fresh = (block: string): string => {
            let address = "";
            do {
                address = addressAt(block, random.pick([4, 63, 64, 127, 128, 254, random.between(4, 254)]));
            } while (used.has(address) || network.natGateways.some((nat) => nat.privateAddress === address));
            used.add(address);
            return address;
        };
        return {
            ...face,
            subnet,
            privateAddress: fresh(ipv4!),
            ...(face.ipv6Address === undefined ? {} : { ipv6Address: fresh(ipv6!) }),
            ...publicly,
        };
    });
    const natGateways = network.natGateways.map((nat) =>
        nat.publicAddress === undefined ? nat : { ...nat, publicAddress: publicAddress(random, used) },
    );
    return { ...network, interfaces, natGateways };
}

/** Any public address may become the interface's; some rules tell documentation ranges apart. */
function publicAddress(random: Random, used: Set<string>): string {
    let address = "";
    do {
        address = random.pick([
            `198.51.100.${random.between(1, 199)}`,
            `203.0.113.${random.between(1, 254)}`,
            `54.${random.between(1, 200)}.1.${random.between(1, 254)}`,
        ]);
    } while (used.has(address));
    used.add(address);
    return address;
}
