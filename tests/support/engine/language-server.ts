import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { createRequire } from "node:module";
import { ignoreStaleCalls } from "./stale-calls";

/** A Pulumi program: it registers resources, and what it answers becomes the stack's outputs. */
export type Program = () => Promise<Record<string, unknown> | void>;

type Run = grpc.handleUnaryCall<RunRequest, unknown>;

interface AutomationServer {
    readonly LanguageServer: new (program: Program) => grpc.UntypedServiceImplementation & { run: Run };
}

// The Automation API's own way of running a program in this process; it is exported, but without types.
const load = createRequire(__filename);
const { LanguageServer } = load("@pulumi/pulumi/automation/server") as AutomationServer;
const settings = load("@pulumi/pulumi/runtime/settings") as {
    readonly grpcClientOptions: { [option: string]: unknown };
};

// Else the connections of a process are shared by address, and a new engine on the port of a dead one is taken
// for dead as well.
settings.grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;

const watched = ["uncaughtException", "unhandledRejection"] as unknown as readonly "uncaughtException"[];

export interface ServedProgram {
    readonly address: string;
    /** Whether it ran to its end. The SDK reports a program that lost its engine as one that is done. */
    finished(): boolean;
    close(): void;
}

/** Offers a program to the engine, which runs it when told `--client=<address>`. */
export async function serveProgram(program: Program): Promise<ServedProgram> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
    // The SDK keeps a stack trace with every promise; resolving them through source maps is half of a run.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    ignoreStaleCalls();
    const listening = watched.map((event) => process.listeners(event));
    let finished = false;
    const language = new LanguageServer(async () => {
        const outputs = await program();
        finished = true;
        return outputs;
    });
    const { run } = language;
    language.run = (call, callback) => {
        // When told to do one thing at a time, the SDK lines up the resources of all the programs of a process,
        // and one that was killed would hold up the next. The engine itself keeps to one at a time.
        call.request.setParallel(Math.max(call.request.getParallel(), 2));
        run.call(language, call, callback);
    };
    server.addService(LanguageRuntimeService, language);
    const port = await new Promise<number>((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        ),
    );
    return {
        address: `127.0.0.1:${port}`,
        finished: () => finished,
        close: () => {
            Error.stackTraceLimit = stackTraceLimit;
            // A program that failed leaves its own listeners behind.
            watched.forEach((event, position) =>
                process
                    .listeners(event)
                    .filter((listener) => !listening[position]!.includes(listener))
                    .forEach((listener) => process.off(event, listener as () => void)),
            );
            server.forceShutdown();
        },
    };
}
