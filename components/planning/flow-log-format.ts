/** A field of a flow log record, with the type its Athena column has. */
export interface FlowLogField {
    readonly name: string;
    readonly type: "int" | "bigint" | "string";
}

const field = (name: string, type: FlowLogField["type"] = "string"): FlowLogField => ({ name, type });

/**
 * What each record holds: the seed's fourteen fields of version 2 in their order, then those of later
 * versions that answer questions version 2 cannot. Packet addresses tell who is behind a NAT gateway or
 * load balancer, flags who opened a connection, `flow-direction` and `traffic-path` which way it left,
 * `reject-reason` and `encryption-status` why and how.
 * Source: VPC guide, "Flow log records".
 */
export const flowLogFields: readonly FlowLogField[] = [
    field("version", "int"),
    field("account-id"),
    field("interface-id"),
    field("srcaddr"),
    field("dstaddr"),
    field("srcport", "int"),
    field("dstport", "int"),
    field("protocol", "int"),
    field("packets", "bigint"),
    field("bytes", "bigint"),
    field("start", "bigint"),
    field("end", "bigint"),
    field("action"),
    field("log-status"),
    field("vpc-id"),
    field("subnet-id"),
    field("instance-id"),
    field("tcp-flags", "int"),
    field("type"),
    field("pkt-srcaddr"),
    field("pkt-dstaddr"),
    field("az-id"),
    field("pkt-src-aws-service"),
    field("pkt-dst-aws-service"),
    field("flow-direction"),
    field("traffic-path", "int"),
    field("reject-reason"),
    field("encryption-status"),
];

/** The format as the flow log takes it: `${version} ${account-id} …`. */
export const flowLogFormat: string = flowLogFields.map(({ name }) => `\${${name}}`).join(" ");

/** AWS names a Parquet column after its field, with underscores. */
export const columnName = (name: string): string => name.replaceAll("-", "_");

/** A ready question to the logs. */
export interface FlowLogQuery {
    readonly key: string;
    readonly title: string;
    readonly sql: string;
}

/** The seed's three uses of flow logs as queries over yesterday's and today's records. */
export function flowLogQueries(
    table: string,
    databasePort: number,
    applicationCidrs: readonly string[],
): FlowLogQuery[] {
    const recent = "day >= date_format(current_date - interval '1' day, 'year=%Y/month=%m/day=%d')";
    const fromApplication = applicationCidrs
        .map((cidr) => `contains('${cidr}', CAST(srcaddr AS IPADDRESS))`)
        .join(" OR ");
    return [
        {
            key: "rejected",
            title: "Rejected connections, the most frequent first",
            sql:
                `SELECT srcaddr, dstaddr, dstport, protocol, count(*) AS attempts FROM "${table}" ` +
                `WHERE action = 'REJECT' AND ${recent} ` +
                "GROUP BY srcaddr, dstaddr, dstport, protocol ORDER BY attempts DESC LIMIT 100",
        },
        {
            key: "top-talkers",
            title: "Who sent the most bytes to whom",
            sql:
                `SELECT pkt_srcaddr, pkt_dstaddr, dstport, sum(bytes) AS total FROM "${table}" ` +
                `WHERE ${recent} GROUP BY pkt_srcaddr, pkt_dstaddr, dstport ORDER BY total DESC LIMIT 100`,
        },
        {
            key: "database-from-elsewhere",
            title: "Connections to the database that did not come from the application tier",
            sql:
                `SELECT srcaddr, dstaddr, action, count(*) AS attempts FROM "${table}" ` +
                `WHERE dstport = ${databasePort} AND ${recent} AND NOT (${fromApplication}) ` +
                "GROUP BY srcaddr, dstaddr, action ORDER BY attempts DESC LIMIT 100",
        },
    ];
}
