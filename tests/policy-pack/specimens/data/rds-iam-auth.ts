import { cluster, database, replica } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

const without = { iamDatabaseAuthenticationEnabled: undefined };

export const specimens: Specimens = {
    compliant: {
        "an instance": database(),
        "a cluster": cluster(),
        "an engine that does not know it": database({ ...without, engine: "sqlserver-ex" }),
        "MariaDB before it knew it": database({ ...without, engine: "mariadb", engineVersion: "10.5.20" }),
        "a replica that does not say": replica(),
    },
    violating: {
        "left out": database(without),
        "switched off": database({ iamDatabaseAuthenticationEnabled: false }),
        "a cluster": cluster(without),
        MariaDB: database({ ...without, engine: "mariadb", engineVersion: "11.4.2" }),
        "MariaDB since it knows it": database({ ...without, engine: "mariadb", engineVersion: "10.6" }),
        PostgreSQL: database({ ...without, engine: "postgres", engineVersion: undefined }),
    },
    undecidable: {
        "as nobody knows yet": database({ iamDatabaseAuthenticationEnabled: ref("database", "anything") }),
        "of an engine that nobody knows yet": database({ engine: ref("database", "anything") }),
    },
};
