/** What a host's SSH daemon may do beyond the hardening that every host gets. */
export interface SshdChoices {
    /** Port it listens on; the same that groups, NACLs and clients use. */
    readonly port: number;
    /** The one user who may sign in. */
    readonly user: string;
    /**
     * Where the host may forward connections to, as `PermitOpen` takes them (`10.0.3.0/24` is not
     * allowed there, so hosts are given as `*:port`). None for a host that is no bastion.
     */
    readonly forwardTo?: readonly string[];
}

/**
 * The seed's hardening as a drop-in of sshd. One of its lines does not hold for a bastion:
 * `AllowTcpForwarding no` there breaks the ProxyJump that the seed's own client uses, so a bastion
 * forwards to the named port and nowhere else, and its targets not at all.
 */
export function sshdDropIn(choices: SshdChoices): string[] {
    const forwarding =
        choices.forwardTo === undefined
            ? ["AllowTcpForwarding no"]
            : ["AllowTcpForwarding local", `PermitOpen ${choices.forwardTo.join(" ")}`];
    return [
        `Port ${choices.port}`,
        "PermitRootLogin no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PubkeyAuthentication yes",
        "MaxAuthTries 3",
        "ClientAliveInterval 300",
        "ClientAliveCountMax 2",
        `AllowUsers ${choices.user}`,
        "LoginGraceTime 30",
        "X11Forwarding no",
        "AllowAgentForwarding no",
        "PermitTunnel no",
        ...forwarding,
        "PermitEmptyPasswords no",
        "LogLevel VERBOSE",
    ];
}

/**
 * Shell commands that put the drop-in in place: SELinux learns of the port first, and sshd restarts only
 * with a configuration that it accepts, so that a mistake never locks anybody out.
 */
export function hardenSshd(choices: SshdChoices): string[] {
    return [
        "cat > /etc/ssh/sshd_config.d/00-palisade.conf <<'SSHD'",
        ...sshdDropIn(choices),
        "SSHD",
        "chmod 600 /etc/ssh/sshd_config.d/00-palisade.conf",
        ...(choices.port === 22
            ? []
            : [
                  "dnf install -y policycoreutils-python-utils",
                  `semanage port -a -t ssh_port_t -p tcp ${choices.port} || ` +
                      `semanage port -m -t ssh_port_t -p tcp ${choices.port}`,
              ]),
        "sshd -t",
        "systemctl restart sshd",
    ];
}

/** Publishes the host's public keys, so that clients can check them before the first connection. */
export const publishHostKeys = (parameter: string, region: string): string[] => [
    `aws ssm put-parameter --region ${region} --name ${parameter} --type String --overwrite ` +
        '--value "$(cat /etc/ssh/ssh_host_ed25519_key.pub)"',
];

/** What a client needs to know to come in through the bastion. */
export interface SshClientChoices {
    readonly name: string;
    readonly bastionAddress: string;
    readonly bastionPort: number;
    readonly targetPattern: string;
    readonly targetPort: number;
    readonly user: string;
}

/** A ready `~/.ssh/config` after the seed's. Host keys are checked; nothing is forwarded but the jump. */
export const sshClientConfig = (choices: SshClientChoices): string =>
    [
        `Host ${choices.name}`,
        `    HostName ${choices.bastionAddress}`,
        `    User ${choices.user}`,
        `    Port ${choices.bastionPort}`,
        "    ForwardAgent no",
        "    StrictHostKeyChecking yes",
        "",
        `Host ${choices.targetPattern}`,
        `    User ${choices.user}`,
        `    Port ${choices.targetPort}`,
        `    ProxyJump ${choices.name}`,
        "    ForwardAgent no",
        "    StrictHostKeyChecking yes",
        "",
    ].join("\n");
