import { isRecord, isText, isUnknown } from "../property-values";
import type { Properties, Value } from "../property-values";

type Refusal = (given: Properties) => string | false;

const has = (given: Properties, ...names: readonly string[]): boolean =>
    names.some((name) => given[name] !== undefined && given[name] !== null && given[name] !== "");
const block = (given: Properties, name: string): Properties =>
    isRecord(given[name]) ? (given[name] as Properties) : {};
const blocks = (value: Value | undefined): Properties[] =>
    Array.isArray(value) ? value.filter(isRecord) : [];
const isFilled = (value: Value | undefined): boolean => Array.isArray(value) && value.length > 0;

/** What each type of action needs beside its name. */
const actionNeeds: { readonly [type: string]: readonly string[] } = {
    forward: ["targetGroupArn", "forward"],
    redirect: ["redirect"],
    "fixed-response": ["fixedResponse"],
    "authenticate-cognito": ["authenticateCognito"],
    "authenticate-oidc": ["authenticateOidc"],
};

const nameRefusal =
    (longest: number): Refusal =>
    ({ name, fifoTopic, fifoQueue }) => {
        if (!isText(name ?? null) || isUnknown(name)) {
            return false;
        }
        const fifo = fifoTopic === true || fifoQueue === true;
        const bare = fifo ? String(name).replace(/\.fifo$/, "") : String(name);
        const good = new RegExp(`^[a-zA-Z0-9_-]{1,${fifo ? longest - 5 : longest}}$`).test(bare);
        return (!good || (fifo && bare === name)) && `name "${String(name)}" is no name of this type`;
    };

/** What the provider refuses in a plan although each argument is good by itself, by type. */
const refusals: { readonly [type: string]: readonly Refusal[] } = {
    "aws:cfg/recorder:Recorder": [
        (given) => {
            const group = block(given, "recordingGroup");
            const chosen = isFilled(group["resourceTypes"]) || isFilled(group["exclusionByResourceTypes"]);
            const strategies = blocks(group["recordingStrategies"]).map(({ useOnly }) => useOnly);
            const another = strategies.some((strategy) => strategy !== "ALL_SUPPORTED_RESOURCE_TYPES");
            return (
                group["allSupported"] === true &&
                (chosen || another) &&
                "allSupported excludes a choice of types"
            );
        },
    ],
    "aws:ebs/volume:Volume": [
        ({ type = "gp2", iops }) =>
            iops !== undefined &&
            ["gp2", "st1", "sc1", "standard"].includes(String(type)) &&
            `no iops on ${String(type)}`,
        ({ type, iops }) =>
            iops === undefined && ["io1", "io2"].includes(String(type)) && `${String(type)} needs iops`,
        ({ type, throughput }) => throughput !== undefined && type !== "gp3" && "throughput is gp3's",
        ({ type, multiAttachEnabled }) =>
            multiAttachEnabled === true &&
            !["io1", "io2"].includes(String(type)) &&
            "multiAttachEnabled needs io1 or io2",
    ],
    "aws:ec2/natGateway:NatGateway": [
        (given) =>
            given["connectivityType"] === "private" &&
            has(given, "allocationId", "secondaryAllocationIds") &&
            "a private NAT gateway takes no address",
        (given) =>
            given["connectivityType"] !== "private" &&
            has(given, "secondaryPrivateIpAddressCount") &&
            "secondaryPrivateIpAddressCount is of private NAT gateways",
    ],
    "aws:ec2/vpnConnection:VpnConnection": [
        (given) =>
            given["outsideIpAddressType"] === "PrivateIpv4" &&
            !has(given, "transportTransitGatewayAttachmentId") &&
            "PrivateIpv4 needs transportTransitGatewayAttachmentId",
    ],
    "aws:elasticache/replicationGroup:ReplicationGroup": [
        ({ multiAzEnabled, automaticFailoverEnabled }) =>
            multiAzEnabled === true &&
            automaticFailoverEnabled !== true &&
            "multiAzEnabled needs automaticFailoverEnabled",
        ({ automaticFailoverEnabled, numCacheClusters }) =>
            automaticFailoverEnabled === true &&
            Number(numCacheClusters ?? 2) < 2 &&
            "automaticFailoverEnabled needs two cache clusters",
    ],
    "aws:lb/listener:Listener": [
        ({ defaultActions }) => {
            const lacking = blocks(defaultActions).find(
                (action) => !has(action, ...(actionNeeds[String(action["type"])] ?? ["type"])),
            );
            return lacking !== undefined && `the ${String(lacking["type"])} action lacks its block`;
        },
    ],
    "aws:lb/targetGroup:TargetGroup": [
        (given) =>
            given["targetType"] !== "lambda" &&
            !["port", "protocol", "vpcId"].every((name) => has(given, name)) &&
            "port, protocol and vpcId are needed",
        (given) => {
            const check = block(given, "healthCheck");
            return (
                check["protocol"] === "TCP" &&
                has(check, "matcher", "path") &&
                "a TCP check has no path and matcher"
            );
        },
        (given) =>
            (given["targetType"] === "lambda" || ["HTTP", "HTTPS"].includes(String(given["protocol"]))) &&
            block(given, "healthCheck")["protocol"] === "TCP" &&
            "a TCP check is of TCP targets",
    ],
    "aws:rds/instance:Instance": [
        (given) =>
            block(given, "blueGreenUpdate")["enabled"] === true &&
            (has(given, "replicateSourceDb") ||
                !["mariadb", "mysql", "postgres"].includes(String(given["engine"]))) &&
            "blueGreenUpdate is of MariaDB, MySQL and PostgreSQL, not of replicas",
    ],
    "aws:sns/topic:Topic": [
        nameRefusal(256),
        (given) =>
            given["fifoTopic"] !== true &&
            (has(given, "archivePolicy") || given["contentBasedDeduplication"] === true) &&
            "archivePolicy and contentBasedDeduplication are of FIFO topics",
    ],
    "aws:sns/topicSubscription:TopicSubscription": [
        (given) =>
            has(given, "filterPolicyScope") &&
            !has(given, "filterPolicy") &&
            "filterPolicyScope needs filterPolicy",
    ],
    "aws:sqs/queue:Queue": [
        nameRefusal(80),
        (given) =>
            given["fifoQueue"] !== true &&
            given["contentBasedDeduplication"] === true &&
            "contentBasedDeduplication is of FIFO queues",
    ],
};

/** Why the provider refuses a plan of this resource; nothing when it does not. Unknowns count as given. */
export const planTimeRefusals = (type: string, given: Properties): string[] =>
    (refusals[type] ?? []).map((refuse) => refuse(given)).filter((reason) => reason !== false);
