import { edited, settingsOf, sharedSection } from "./environment-stack";
import type { StackConfig } from "./engine-stack";

/** An edit of an environment's settings that its owner may make on any day. */
export interface Change {
    readonly title: string;
    readonly edit: (settings: StackConfig) => StackConfig;
}

const flows = sharedSection("flows") as readonly object[];
const office = { from: "office", to: "alb", port: "tcp/8443", because: "pages for the office" };
const offices = (...cidrs: string[]) => ({ office: { cidrs, via: "internet" } });
const tiersOf = (settings: StackConfig) => (settings["palisade:network"] as { tiers: object }).tiers;

/** dev on the addressing that can grow, with an office let in: what all changes begin with. */
export const growing: StackConfig = [
    (settings: StackConfig) => edited(settings, "network", { addressing: "aligned" }),
    (settings: StackConfig) => edited(settings, "ranges", offices("203.0.113.0/24")),
    (settings: StackConfig) => edited(settings, "flows", [...flows, office]),
].reduce((settings, edit) => edit(settings), settingsOf("dev"));

export const changes: readonly Change[] = [
    {
        title: "list flows, zones and tiers in another order",
        edit: (settings) =>
            edited(edited(settings, "flows", [office, ...[...flows].reverse()]), "network", {
                zones: { b: "use1-az2", a: "use1-az1" },
                tiers: Object.fromEntries(Object.entries(tiersOf(settings)).reverse()),
            }),
    },
    {
        title: "add a zone",
        edit: (settings) =>
            edited(settings, "network", { zones: { a: "use1-az1", b: "use1-az2", c: "use1-az3" } }),
    },
    {
        title: "add a tier",
        edit: (settings) =>
            edited(settings, "network", {
                tiers: { ...tiersOf(settings), batch: { access: "private", slot: 3 } },
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
    {
        title: "switch NAT from single to perZone",
        edit: (settings) => edited(settings, "network", { nat: "perZone" }),
    },
    {
        title: "turn on IPv6",
        edit: (settings) => edited(settings, "network", { ipv6: true }),
    },
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
];
