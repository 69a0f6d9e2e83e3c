import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Message } from "google-protobuf";
import { changesBetween } from "./input-changes";
import { checkInputs } from "./checked-inputs";
import { noFaults } from "./faults";
import type { Call, FaultPlan } from "./faults";
import { answerInvoke } from "./invokes";
import { fromStruct, toStruct } from "./property-values";
import type { Properties } from "./property-values";
import type { SimulatedAws } from "./simulated-aws";

/** How the provider behaves while it serves one command of the engine. */
export interface ProviderConduct {
    readonly faults?: FaultPlan;
    /** How long each changing call takes, in milliseconds. */
    readonly delay?: number;
}

export interface ServedProvider {
    readonly port: number;
    /** The changing calls, in the order in which they came. */
    readonly calls: readonly Call[];
    close(): void;
}

/** The call was made, yet is reported as failed; the engine records the resource with its errors. */
class HalfDone extends Error {
    constructor(
        readonly id: string,
        readonly properties: Properties,
        readonly inputs: Properties,
    ) {
        super("timed out while waiting for the resource to become ready");
    }
}

/** Serves the simulated AWS to the engine as the provider `aws` over gRPC, on a port of its own. */
export async function serveProvider(
    aws: SimulatedAws,
    conduct: ProviderConduct = {},
): Promise<ServedProvider> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
    const faults = conduct.faults ?? noFaults;
    const calls: Call[] = [];

    /** Makes a changing call as the conduct has it: slow, failing before, after, or never answered. */
    async function conducted<T>(call: Call, act: () => T, halfDone: (result: T) => Error): Promise<T> {
        calls.push(call);
        await new Promise((resolve) => setTimeout(resolve, conduct.delay ?? 0));
        const fault = faults(call);
        if (fault === "refused") {
            throw new Error("RequestLimitExceeded: Request limit exceeded (injected)");
        }
        const result = act();
        if (fault === "disconnected") {
            server.forceShutdown();
            return new Promise(() => undefined);
        }
        if (fault === "halfDone") {
            throw halfDone(result);
        }
        return result;
    }

    server.addService(ResourceProviderService, {
        getPluginInfo: unary(() => new PluginInfo().setVersion("7.48.0")),
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        checkConfig: unary((request: messages.CheckRequest) =>
            new messages.CheckResponse().setInputs(request.getNews()),
        ),
        diffConfig: unary(() =>
            new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE),
        ),
        configure: unary(() =>
            new messages.ConfigureResponse()
                .setSupportspreview(true)
                .setSupportsAutonamingConfiguration(true),
        ),
        check: unary((request: messages.CheckRequest) => check(request)),
        diff: unary((request: messages.DiffRequest) => diff(request)),
        invoke: unary((request: messages.InvokeRequest) =>
            new messages.InvokeResponse().setReturn(
                toStruct(answerInvoke(aws.account, request.getTok(), fromStruct(request.getArgs()))),
            ),
        ),
        create: unary(async (request: messages.CreateRequest) => {
            const inputs = fromStruct(request.getProperties());
            const type = typeOf(request.getUrn());
            if (request.getPreview()) {
                return new messages.CreateResponse().setProperties(toStruct(aws.preview(type, inputs)));
            }
            const made = await conducted(
                { method: "create", urn: request.getUrn(), type },
                () => aws.create(type, inputs),
                ({ id, properties }) => new HalfDone(id, properties, inputs),
            );
            return new messages.CreateResponse().setId(made.id).setProperties(toStruct(made.properties));
        }),
        read: unary((request: messages.ReadRequest) => {
            const type = typeOf(request.getUrn());
            const properties = aws.read(type, request.getId());
            if (properties === undefined) {
                return new messages.ReadResponse();
            }
            const inputs = aws.inputsOf(type, properties, fromStruct(request.getInputs()));
            return new messages.ReadResponse()
                .setId(request.getId())
                .setProperties(toStruct(properties))
                .setInputs(toStruct(inputs));
        }),
        update: unary(async (request: messages.UpdateRequest) => {
            const type = typeOf(request.getUrn());
            const news = fromStruct(request.getNews());
            if (request.getPreview()) {
                const olds = fromStruct(request.getOlds());
                const planned = aws.previewUpdate(type, olds, fromStruct(request.getOldInputs()), news);
                return new messages.UpdateResponse().setProperties(toStruct(planned));
            }
            const properties = await conducted(
                { method: "update", urn: request.getUrn(), type },
                () => aws.update(type, request.getId(), news),
                (result) => new HalfDone(request.getId(), result, news),
            );
            return new messages.UpdateResponse().setProperties(toStruct(properties));
        }),
        delete: unary(async (request: messages.DeleteRequest) => {
            const type = typeOf(request.getUrn());
            await conducted(
                { method: "delete", urn: request.getUrn(), type },
                () => aws.delete(type, request.getId()),
                () => new Error("timed out while waiting for the resource to go"),
            );
            return new Empty();
        }),
    });
    const port = await new Promise<number>((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        ),
    );
    return { port, calls, close: () => server.forceShutdown() };
}

/** The type that a URN names, without its parents'. */
const typeOf = (urn: string): string => urn.split("::")[2]!.split("$").pop()!;

function check(request: messages.CheckRequest): messages.CheckResponse {
    const proposed = request.getAutonaming()?.getProposedName();
    const naming = {
        name: request.getUrn().split("::").pop()!,
        randomSeed: request.getRandomseed_asU8(),
        ...(proposed ? { proposed } : {}),
    };
    const type = typeOf(request.getUrn());
    const checked = checkInputs(type, fromStruct(request.getOlds()), fromStruct(request.getNews()), naming);
    return new messages.CheckResponse()
        .setInputs(toStruct(checked.inputs))
        .setFailuresList(
            checked.failures.map(({ property, reason }) =>
                new messages.CheckFailure().setProperty(property).setReason(reason),
            ),
        );
}

function diff(request: messages.DiffRequest): messages.DiffResponse {
    const { changed, replaces, deleteBeforeReplace } = changesBetween(
        typeOf(request.getUrn()),
        fromStruct(request.getOldInputs()),
        fromStruct(request.getNews()),
        request.getIgnorechangesList(),
    );
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const response = new messages.DiffResponse()
        .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
        .setDiffsList([...changed])
        .setReplacesList([...replaces])
        .setDeletebeforereplace(deleteBeforeReplace)
        .setHasdetaileddiff(true);
    const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
    for (const name of changed) {
        const kind = replaces.includes(name) ? UPDATE_REPLACE : UPDATE;
        response.getDetaileddiffMap().set(name, new messages.PropertyDiff().setKind(kind).setInputdiff(true));
    }
    return response;
}

/** A handler of one request and one answer, whose errors become the engine's diagnostics. */
function unary<Request, Response extends Message>(
    handle: (request: Request) => Response | Promise<Response>,
) {
    return (call: grpc.ServerUnaryCall<Request, Response>, callback: grpc.sendUnaryData<Response>): void => {
        Promise.resolve()
            .then(() => handle(call.request))
            .then(
                (response) => callback(null, response),
                (error: unknown) => callback(asStatus(error)),
            );
    };
}

function asStatus(error: unknown): Partial<grpc.StatusObject> {
    const details = error instanceof Error ? error.message : String(error);
    if (!(error instanceof HalfDone)) {
        return { code: grpc.status.UNKNOWN, details };
    }
    const failure = new messages.ErrorResourceInitFailed()
        .setId(error.id)
        .setProperties(toStruct(error.properties))
        .setInputs(toStruct(error.inputs))
        .setReasonsList([details]);
    const detail = new Any();
    detail.pack(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(details).setDetailsList([detail]);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return { code: grpc.status.UNKNOWN, details, metadata };
}
