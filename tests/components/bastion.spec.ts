import { expect } from "chai";
import { generateKeyPairSync } from "node:crypto";
import { Bastion, type BastionArgs } from "../../components/bastion";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { publicKeyProblem } from "../../components/planning/ssh-public-key";
import { hardenSshd, sshClientConfig, sshdDropIn } from "../../components/planning/sshd";
import { registered, statement } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
};

/** A number in SSH's wire format has a leading zero byte where its highest bit is set. */
const mpint = (bytes: Buffer): Buffer =>
    field(bytes[0]! & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);

const keyLine = (algorithm: string, ...fields: Buffer[]): string =>
    `${algorithm} ${Buffer.concat([field(Buffer.from(algorithm)), ...fields]).toString("base64")} admin`;

function rsaKey(bits: number): string {
    const { n, e } = generateKeyPairSync("rsa", { modulusLength: bits }).publicKey.export({ format: "jwk" });
    return keyLine("ssh-rsa", mpint(Buffer.from(e!, "base64url")), mpint(Buffer.from(n!, "base64url")));
}

function ed25519Key(): string {
    const { x } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
    return keyLine("ssh-ed25519", field(Buffer.from(x!, "base64url")));
}

const ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMV1NaMqJGvQ6E2vRs8Zd2HPlmYFBEYFlFzyjRK0yT8c admin";

const good: BastionArgs = {
    accountId: "123456789012",
    region: "us-east-1",
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-bastion",
    publicKey: ed25519,
    kmsKeyArn: "arn:data-key",
    logsKmsKeyArn: "arn:logs-key",
};

const recordBastion = (more: Partial<BastionArgs> = {}) =>
    record(() => new Bastion("prod-bastion", { ...good, ...more }));

const scriptOf = async (more: Partial<BastionArgs> = {}) => {
    const { resources } = await recordBastion(more);
    const template = inputsOf(resources, "aws:ec2/launchTemplate:LaunchTemplate", "prod-bastion-template");
    return Buffer.from(template["userData"] as string, "base64").toString();
};

describe("Bastion", () => {
    it("creates one instance that keeps its address, and a log of who signed in", async () => {
        const { resources } = await recordBastion();
        expect(registered(resources.filter(({ type }) => !type.startsWith("aws:iam/")))).to.deep.equal([
            "aws.autoscaling.Group prod-bastion-group",
            "aws.cloudwatch.LogGroup prod-bastion-authentication",
            "aws.ec2.Eip prod-bastion-address",
            "aws.ec2.KeyPair prod-bastion-key",
            "aws.ec2.LaunchTemplate prod-bastion-template",
            "palisade:index:Bastion prod-bastion",
            "palisade:index:InstanceRole prod-bastion-access",
        ]);
        const group = inputsOf(resources, "aws:autoscaling/group:Group", "prod-bastion-group");
        expect(group).to.include({ minSize: 1, maxSize: 1 });
    });

    it("lets the instance take its own address and no other", async () => {
        const { resources } = await recordBastion();
        const { policy } = inputsOf(resources, "aws:iam/rolePolicy:RolePolicy", "prod-bastion-access-host");
        expect(statement(policy, "TakeAddress").Condition).to.deep.equal({
            StringEquals: { "aws:ResourceTag/Name": "prod-bastion" },
        });
    });

    it("uses its one port in sshd, in SELinux and in the client's configuration", async () => {
        const script = await scriptOf({ port: 2022 });
        expect(script).to.contain("\nPort 2022\n");
        expect(script).to.contain("semanage port -a -t ssh_port_t -p tcp 2022");
        expect(script).to.not.contain("2222");
        const config = sshClientConfig({
            name: "prod-bastion",
            bastionAddress: "198.51.100.7",
            bastionPort: 2022,
            targetPattern: "10.*",
            targetPort: 22,
            user: "ec2-user",
        });
        expect(config).to.match(
            /Host prod-bastion\n {4}HostName 198\.51\.100\.7\n {4}User ec2-user\n {4}Port 2022\n/,
        );
        expect(config).to.match(/Host 10\.\*\n[^]*ProxyJump prod-bastion\n/);
    });

    it("tries sshd's configuration before it restarts it", async () => {
        const lines = (await scriptOf()).split("\n");
        expect(lines.indexOf("sshd -t")).to.be.greaterThan(-1);
        expect(lines.indexOf("sshd -t")).to.equal(lines.indexOf("systemctl restart sshd") - 1);
    });

    it("publishes its host key, so that the first connection can be checked too", async () => {
        expect(await scriptOf()).to.contain(
            "put-parameter --region us-east-1 --name /palisade/prod-bastion/host-key",
        );
    });

    it("refuses a weak key and a port that is none, all at once and before anything is registered", async () => {
        let error: unknown;
        const { resources } = await record(() => {
            try {
                new Bastion("prod-bastion", { ...good, publicKey: "ssh-dss AAAA", port: 70000 });
            } catch (thrown) {
                error = thrown;
            }
        });
        expect((error as BadArgumentsError).problems.map(({ path }) => path)).to.deep.equal([
            "publicKey",
            "port",
        ]);
        expect(resources).to.deep.equal([]);
    });
});

describe("sshd's hardening", () => {
    it("is the seed's, line by line, on a host that is no bastion", () => {
        expect(sshdDropIn({ port: 2222, user: "ec2-user" })).to.include.members([
            "Port 2222",
            "PermitRootLogin no",
            "PasswordAuthentication no",
            "PubkeyAuthentication yes",
            "MaxAuthTries 3",
            "ClientAliveInterval 300",
            "ClientAliveCountMax 2",
            "AllowUsers ec2-user",
            "LoginGraceTime 30",
            "X11Forwarding no",
            "AllowTcpForwarding no",
            "PermitEmptyPasswords no",
        ]);
    });

    it("lets a bastion forward to the one port behind it, without which ProxyJump fails", () => {
        const lines = sshdDropIn({ port: 2222, user: "ec2-user", forwardTo: ["*:22"] });
        expect(lines).to.include.members(["AllowTcpForwarding local", "PermitOpen *:22"]);
        expect(lines).to.not.include("AllowTcpForwarding no");
    });

    it("leaves SELinux alone on the standard port", () => {
        expect(hardenSshd({ port: 22, user: "ec2-user" }).join("\n")).to.not.contain("semanage");
    });
});

describe("an SSH public key", function () {
    it("is good as Ed25519 or RSA of 4096 bits, in the form that OpenSSH writes", function () {
        this.timeout(60000);
        expect(publicKeyProblem(ed25519Key())).to.equal(undefined);
        expect(publicKeyProblem(rsaKey(4096))).to.equal(undefined);
        expect(publicKeyProblem(ed25519)).to.equal(undefined);
    });

    it("is too short as RSA of 2048 bits, whatever its label says", () => {
        const short = rsaKey(2048);
        expect(publicKeyProblem(short)).to.match(/^is RSA of 2048 bits/);
        expect(publicKeyProblem(short.replace("ssh-rsa", "ssh-ed25519"))).to.match(/damaged/);
    });

    const refused: [string, string, RegExp][] = [
        [
            "of another type",
            keyLine("ecdsa-sha2-nistp256", field(Buffer.from("nistp256")), field(Buffer.alloc(65))),
            /ecdsa-sha2-nistp256; use Ed25519/,
        ],
        ["that is private", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA", /private key/],
        ["that is cut off", ed25519.slice(0, 60), /damaged/],
        ["that is none", "hello", /not a public key/],
    ];
    for (const [what, key, reason] of refused) {
        it(`fails for one ${what}`, () => {
            expect(publicKeyProblem(key)).to.match(reason);
        });
    }
});
