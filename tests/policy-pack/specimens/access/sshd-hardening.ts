import { base64, fleet, host, hostFromTemplate, later, parameter } from "../../support/hosts";
import type { Specimens } from "../../support/specimen";

const script = (...lines: readonly string[]) => ["#!/bin/bash", ...lines].join("\n");
const hardened = [
    "cat > /etc/ssh/sshd_config.d/00-own.conf <<'SSHD'",
    "Port 2222",
    "PermitRootLogin no",
    "PasswordAuthentication no",
    "MaxAuthTries 3",
    "X11Forwarding no",
    "SSHD",
    "systemctl restart sshd",
];
const instead = (directive: string, line: string) =>
    script(...hardened.map((one) => (one.startsWith(directive) ? line : one)));
const bastion = (userData?: string) => host({ tags: { Name: "bastion" }, userData });

export const specimens: Specimens = {
    compliant: {
        "a hardened bastion": bastion(script(...hardened)),
        "a hardened host with a key": host({ keyName: "deployer", userData: script(...hardened) }),
        "a hardened fleet": fleet({ keyName: "deployer", userData: base64(script(...hardened)) }),
        "hardened by sed": bastion(
            script(
                ...[
                    "PermitRootLogin no",
                    "PasswordAuthentication no",
                    "MaxAuthTries 2",
                    "X11Forwarding no",
                ].map((line) => `sed -i 's/^#\\?${line.split(" ")[0]}.*/${line}/' /etc/ssh/sshd_config`),
            ),
        ),
        "a comment about what was before": bastion(script("# was: PermitRootLogin yes", ...hardened)),
        "a host that nobody enters by SSH": host({ userData: script("dnf update -y") }),
        "a bastion whose image is hardened": {
            config: { hardenedImages: true },
            resources: bastion(),
        },
        "a host that boots by its hardened template": hostFromTemplate(
            { keyName: "deployer", userData: base64(script(...hardened)) },
            { keyName: "deployer" },
        ),
    },
    violating: {
        "a bastion that does nothing": bastion(),
        "a host with a key that does nothing": host({ keyName: "deployer" }),
        "root may sign in": bastion(instead("PermitRootLogin", "PermitRootLogin prohibit-password")),
        "passwords are taken": bastion(instead("PasswordAuthentication", "PasswordAuthentication yes")),
        "six tries": bastion(instead("MaxAuthTries", "MaxAuthTries 6")),
        "tries without end": bastion(instead("MaxAuthTries", "MaxAuthTries 0")),
        "windows forwarded": bastion(instead("X11Forwarding", "X11Forwarding yes")),
        "nothing said of root": bastion(instead("PermitRootLogin", "")),
        "only said in a comment": bastion(instead("PermitRootLogin", "# PermitRootLogin no")),
        "undone further down": bastion(
            script(...hardened, "echo 'PasswordAuthentication yes' >> sshd_config"),
        ),
        "passwords on any host": host({ userData: script("echo PasswordAuthentication yes >> sshd_config") }),
        "passwords by cloud-init": host({ userData: "#cloud-config\nssh_pwauth: true\n" }),
        "passwords set by cloud-init": fleet({
            userData: base64("#cloud-config\nchpasswd:\n  expire: false\n"),
        }),
        "passwords set by script": host({ userData: script("echo 'ec2-user:secret' | chpasswd") }),
        "root let in by cloud-init": host({ userData: "#cloud-config\ndisable_root: false\n" }),
    },
    undecidable: {
        "a bastion whose script is written later": [
            parameter,
            ...host({ tags: { Name: "bastion" }, userData: later }),
        ],
    },
};
