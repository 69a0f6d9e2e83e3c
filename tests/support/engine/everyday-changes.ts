import { edited, settingsOf, sharedSection } from "./environment-stack";
import type { StackConfig } from "./engine-stack";

/** An edit of an environment's settings that its owner may make on any day. */
export interface Change {
    readonly title: string;
    readonly edit: (settings: StackConfig) => StackConfig;
}

/** An environment that grows: what it begins with, and how it changes. */
export interface GrowingEnvironment {
    readonly environment: string;
    /** What its settings have beside the committed ones. */
    readonly beside: string;
    readonly settings: StackConfig;
    readonly changes: readonly Change[];
}

const flows = sharedSection("flows") as readonly object[];
const office = { from: "office", to: "alb", port: "tcp/8443", because: "pages for the office" };
const offices = (...cidrs: string[]) => ({ office: { cidrs, via: "internet" } });
const sectionOf = (settings: StackConfig, section: string) => settings[`palisade:${section}`] as object;
const tiersOf = (settings: StackConfig) => (sectionOf(settings, "network") as { tiers: object }).tiers;
const zones = { a: "use1-az1", b: "use1-az2", c: "use1-az3" };

const withOffice = (settings: StackConfig): StackConfig =>
    edited(edited(settings, "ranges", offices("203.0.113.0/24")), "flows", [...flows, office]);

const network = (title: string, edit: (settings: StackConfig) => object): Change => ({
    title,
    edit: (settings) => edited(settings, "network", edit(settings)),
});

/** Changes that mean the same under every addressing. */
const common: readonly Change[] = [
    {
        title: "list flows, zones and tiers in another order",
        edit: (settings) =>
            edited(edited(settings, "flows", [office, ...[...flows].reverse()]), "network", {
                zones: { b: zones.b, a: zones.a },
                tiers: Object.fromEntries(Object.entries(tiersOf(settings)).reverse()),
            }),
    },
    {
        title: "add a flow",
        edit: (settings) =>
            edited(settings, "flows", [
                ...flows,
                office,
                { from: "app", to: "db", port: "postgres", because: "reports" },
            ]),
    },
    {
        title: "remove a flow",
        edit: (settings) => edited(settings, "flows", [...flows]),
    },
    network("turn on IPv6", () => ({ ipv6: true })),
    {
        title: "change the application's port",
        edit: (settings) => edited(settings, "ports", { app: 9090 }),
    },
    {
        title: "move the office to another address range",
        edit: (settings) => edited(settings, "ranges", offices("198.51.100.0/24")),
    },
    {
        title: "open a second office",
        edit: (settings) => edited(settings, "ranges", offices("203.0.113.0/24", "198.51.100.0/24")),
    },
    {
        title: "change a tag",
        edit: (settings) => edited(settings, "tags", { owner: "network" }),
    },
    {
        title: "make the application's instances larger",
        edit: (settings) => edited(settings, "application", { instanceType: "m7g.large" }),
    },
    {
        title: "make the database larger",
        edit: (settings) => edited(settings, "database", { instanceClass: "db.m7g.xlarge" }),
    },
];

/** dev on the addressing that can grow. */
const dev: GrowingEnvironment = {
    environment: "dev",
    beside: "`addressing: aligned` and an office let in",
    settings: edited(withOffice(settingsOf("dev")), "network", { addressing: "aligned" }),
    changes: [
        ...common,
        network("add a zone", () => ({ zones })),
        network("add a tier", (settings) => ({
            tiers: { ...tiersOf(settings), batch: { access: "private", slot: 3 } },
        })),
        network("switch NAT from single to perZone", () => ({ nat: "perZone" })),
    ],
};

/** prod as it is committed, on the article's own addresses: what is new is written down, block by block. */
const prod: GrowingEnvironment = {
    environment: "prod",
    beside: "an office let in",
    settings: withOffice(settingsOf("prod")),
    changes: [
        ...common,
        network("add a zone", () => ({
            zones,
            subnets: {
                public: { c: "10.0.7.0/24" },
                app: { c: "10.0.8.0/24" },
                db: { c: "10.0.9.0/24" },
            },
        })),
        network("add a tier", (settings) => ({
            tiers: { ...tiersOf(settings), batch: { access: "private" } },
            subnets: { batch: { a: "10.0.7.0/24", b: "10.0.8.0/24" } },
        })),
        {
            title: "put the database into one zone",
            edit: (settings) => edited(settings, "database", { multiAz: false }),
        },
        {
            title: "keep logs longer",
            edit: (settings) => edited(settings, "observability", { retentionDays: 731 }),
        },
    ],
};

export const growing: readonly GrowingEnvironment[] = [dev, prod];
