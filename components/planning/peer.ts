import { internetKey, isPeerKey, isReservedKey, peerKeyForm, type ServiceKey } from "./peer-key";

/**
 * One end of a flow: anybody on the internet, a security group of this network, a named range of
 * addresses, or an AWS service behind a gateway endpoint. Its text is what the flow table says.
 */
export class Peer {
    private constructor(private readonly key: string) {}

    /** Anybody on the internet, IPv4 and, in a dual-stack network, IPv6. */
    static internet(): Peer {
        return new Peer(internetKey);
    }

    /** The members of one of the network's groups. Throws a TypeError for a key no group can have. */
    static group(key: string): Peer {
        return new Peer(checkedKey("group", key));
    }

    /** Addresses that the settings give a name to. Throws a TypeError for a key no range can have. */
    static range(key: string): Peer {
        return new Peer(checkedKey("range", key));
    }

    /** An AWS service through its gateway endpoint; it answers and never opens a session itself. */
    static service(key: ServiceKey): Peer {
        return new Peer(key);
    }

    toString(): string {
        return this.key;
    }
}

function checkedKey(kind: "group" | "range", key: string): string {
    if (!isPeerKey(key)) {
        throw new TypeError(`"${key}" cannot be the key of a ${kind}; it has ${peerKeyForm}`);
    }
    if (isReservedKey(key)) {
        throw new TypeError(`"${key}" cannot be the key of a ${kind}; it names a peer of its own`);
    }
    return key;
}
