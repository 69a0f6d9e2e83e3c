import { ApplicationFleet } from "../../components/application-fleet";
import { ApplicationLoadBalancer } from "../../components/application-load-balancer";
import { Cache } from "../../components/cache";
import { Certificate } from "../../components/certificate";
import { Database } from "../../components/database";
import { portOf } from "../../components/planning/flow-ports";
import { WebFirewall } from "../../components/web-firewall";
import type { EnvironmentAccess } from "./access";
import { placeOf, placeOfGroup, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";
import type { EnvironmentLogging } from "./logging";

/** What the network is there for. */
export interface EnvironmentWorkload {
    readonly loadBalancer?: ApplicationLoadBalancer;
    readonly fleet?: ApplicationFleet;
    readonly database?: Database;
    readonly cache?: Cache;
}
