import { userData } from "./user-data";

/**
 * Turns an Amazon Linux instance into a router that translates source addresses, now and after every
 * restart. Source: VPC guide, "NAT instances".
 */
export const translateAddresses = (): string =>
    userData([
        "dnf install -y nftables amazon-cloudwatch-agent",
        "echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-palisade-nat.conf",
        "sysctl -p /etc/sysctl.d/90-palisade-nat.conf",
        "cat > /etc/nftables/palisade-nat.nft <<'RULES'",
        "table ip palisade {",
        "    chain postrouting {",
        "        type nat hook postrouting priority srcnat;",
        "        ip saddr != 127.0.0.0/8 masquerade random",
        "    }",
        "}",
        "RULES",
        `echo 'include "/etc/nftables/palisade-nat.nft"' >> /etc/sysconfig/nftables.conf`,
        "systemctl enable --now nftables",
        // Memory and disk, which EC2 does not report; the agent has a configuration of its own for that.
        "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c default",
    ]);
