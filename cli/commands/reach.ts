import { Option } from "commander";
import { matrix } from "../../analysis/reachability/build-matrix";
import { lints } from "../../analysis/reachability/lints";
import type { AddressFace } from "../../analysis/reachability/query";
import type { CommonOptions, PalisadeCommand } from "../command";
import { exitCodes, type ExitCode } from "../exit-code";
import { flowsOf } from "../flows";
import { InputError } from "../input-error";
import { networkSource, readJsonFile, type NetworkSource } from "../network-source";
import { Progress } from "../progress";
import { ask, askAll } from "../reach/ask";
import { replyText } from "../reach/answer-text";
import { batchText } from "../reach/batch-text";
import { findPeer } from "../reach/find-peer";
import { lintText } from "../reach/lint-text";
import { pivotReport, pivotText } from "../reach/pivot-report";
import { readQueries } from "../reach/read-queries";
import { readTraffic } from "../reach/read-traffic";
import { zoneReports, zoneText } from "../reach/zone-report";
import { flowMatrix, undecidedFlows } from "../render/flow-matrix";
import type { Rendering } from "../render/rendering";

interface ReachOptions extends CommonOptions {
    readonly from?: string;
    readonly to?: string;
    readonly port?: string;
    readonly sourcePort?: string;
    readonly address?: AddressFace;
    readonly via?: string;
    readonly scope?: "session" | "request";
    readonly expect?: "reachable" | "blocked";
    readonly queries?: string;
    readonly matrix?: boolean;
    readonly pivots?: boolean;
    readonly zones?: boolean;
    readonly lint?: boolean;
    readonly json?: boolean;
}

/** What a form of the command found: data for programs, and a text for people. */
interface Found {
    readonly data: unknown;
    readonly text: (how: Rendering) => string;
    readonly exitCode?: ExitCode;
}

/** Decides who can open what to whom in a planned or existing network, and why. */
export const reach: PalisadeCommand<ReachOptions> = {
    usage: "reach <target>",
    summary: "decide who can open what to whom in a stack, a preview's JSON or an exported state",

    describe(command) {
        command
            .option(
                "--from <peer>",
                "a resource (name or URN), a flow table's group or range, internet, an address or block",
            )
            .option("--to <peer>", "the same, or an AWS service behind a gateway endpoint (s3)")
            .option("--port <traffic>", "tcp/443, udp/53, icmp, protocol/47, or a name the flow table knows")
            .option("--source-port <port>", "the client's port, instead of any from 1024")
            .addOption(
                new Option("--address <kind>", "which address of --to is meant").choices([
                    "private",
                    "public",
                    "ipv6",
                ]),
            )
            .option("--via <load balancer>", "go through it; the port is its listener's")
            .addOption(
                new Option("--scope <scope>", "whether the reply must get back too").choices([
                    "session",
                    "request",
                ]),
            )
            .addOption(
                new Option("--expect <verdict>", "exit with 5 unless this is the verdict").choices([
                    "reachable",
                    "blocked",
                ]),
            )
            .option("--queries <file>", "answer a JSON array of questions, in its order")
            .option("--matrix", "print who can open what to whom, everywhere")
            .option("--pivots", "print the chains of machines that lead from --from to --to")
            .option("--zones", "print which declared flows survive the loss of each zone and NAT gateway")
            .option("--lint", "print rules, entries and groups without effect, and replies that are dropped")
            .option("--json", "print data, and nothing else, on stdout")
            .addHelpText(
                "after",
                "\nA target that is a file is read (palisade preview --json, pulumi preview --json --show-sames,\n" +
                    "pulumi stack export); any other is a stack of this project.\n" +
                    "\nExamples:\n" +
                    "  palisade reach prod --from internet --to db --port tcp/3306 --expect blocked\n" +
                    "  palisade reach state.json --from app --to prod-db-instance --port mysql\n" +
                    "  palisade reach prod --pivots --from internet --to db\n" +
                    "  palisade reach plan.json --queries questions.json --json\n" +
                    "\nExit codes: 0 answered, 1 error, 2 a wrong argument or file, 5 not what --expect says.\n",
            );
    },

    async run(context, target = "") {
        const { terminal, options, root } = context;
        const form = formOf(options);
        const source = await networkSource(root, target, new Progress(terminal, options));
        const { data, text, exitCode } = form(source, options);
        const how = { ...terminal, verbose: options.verbose === true, quiet: options.quiet === true };
        terminal.out(options.json === true ? `${JSON.stringify(data, undefined, 2)}\n` : text(how));
        return exitCode ?? exitCodes.fine;
    },
};

type Form = (source: NetworkSource, options: ReachOptions) => Found;

/** The one thing that the options ask for. Throws an InputError for none, several, and what lacks its ends. */
function formOf(options: ReachOptions): Form {
    const forms: readonly (readonly [keyof ReachOptions, Form])[] = [
        ["queries", batch],
        ["matrix", wholeMatrix],
        ["pivots", pivotChains],
        ["zones", zoneLosses],
        ["lint", lintList],
    ];
    const wanted = forms.filter(([name]) => options[name] !== undefined);
    if (wanted.length > 1) {
        throw new InputError([`${wanted.map(([name]) => `--${name}`).join(" and ")}: ask for one at a time`]);
    }
    if (wanted.length > 0 && options.expect !== undefined) {
        throw new InputError([`--expect is about one question; --${wanted[0]![0]} has no one verdict`]);
    }
    const [name, form] = wanted[0] ?? ["port", oneQuestion];
    const needed =
        name === "port"
            ? (["from", "to", "port"] as const)
            : name === "pivots"
              ? (["from", "to"] as const)
              : [];
    const missing = needed.filter((option) => options[option] === undefined);
    if (missing.length > 0) {
        throw new InputError([
            `${missing.map((option) => `--${option}`).join(", ")} missing; ask about a session ` +
                "(--from internet --to db --port tcp/3306), or give --matrix, --pivots, --zones, --lint or --queries",
        ]);
    }
    return form;
}

const peersOf = (source: NetworkSource, { from, to, address }: ReachOptions) =>
    [
        findPeer(source, from!, "from", address === "ipv6" ? address : undefined),
        findPeer(source, to!, "to", address),
    ] as const;

const oneQuestion: Form = (source, options) => {
    const [from, to] = peersOf(source, options);
    const { port, sourcePort, via, scope, expect } = options;
    const reply = ask(source, from, to, {
        ...readTraffic(source, port!),
        ...(sourcePort === undefined ? {} : { sourcePort: portNumber(sourcePort) }),
        ...(via === undefined ? {} : { via }),
        ...(scope === undefined ? {} : { scope }),
    });
    return {
        data: reply,
        text: (how) => replyText(reply, how),
        exitCode: expect === undefined || expect === reply.verdict ? exitCodes.fine : exitCodes.policy,
    };
};

function portNumber(text: string): number {
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65535) {
        throw new InputError([`--source-port: "${text}" is not a port from 0 to 65535`]);
    }
    return port;
}

const batch: Form = (source, options) => {
    const file = options.queries!;
    const queries = readQueries(readJsonFile(file, file), file);
    const answers = askAll(source, queries, file);
    return { data: answers, text: (how) => batchText(queries, answers, how) };
};

const wholeMatrix: Form = (source) => {
    const flows = flowsOf(matrix(source.model, source.ranges));
    return {
        data: { flows },
        text: (how) =>
            [flowMatrix({ flows }, how), undecidedFlows({ flows }, how)]
                .filter((part) => part !== "")
                .map((part) => `${part}\n`)
                .join("\n"),
    };
};

const pivotChains: Form = (source, options) => {
    const [from, to] = peersOf(source, options);
    const found = pivotReport(source, from, to);
    return {
        data: { from: from.label, to: to.label, pivots: found },
        text: (how) => pivotText(found, from, to, how),
    };
};

const zoneLosses: Form = (source) => {
    const reports = zoneReports(source);
    return { data: { tables: reports }, text: (how) => zoneText(reports, how) };
};

const lintList: Form = ({ model }) => {
    const found = lints(model);
    return { data: { lints: found }, text: (how) => lintText(found, how) };
};
