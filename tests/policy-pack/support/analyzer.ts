import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { providerUrnOf } from "../../../cli/offline/default-providers";
import type { PolicyConfig } from "../../../cli/offline/judge";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

const root = join(__dirname, "..", "..", "..");
const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const levels = ["advisory", "mandatory", "disabled", "remediate"] as const;

/** What a policy says over the wire. */
export interface Diagnostic {
    readonly policy: string;
    readonly level: string;
    readonly urn?: string;
    readonly message: string;
}

/** The built policy pack as the engine runs it: in a process of its own, asked over gRPC. */
export class Analyzer {
    private constructor(
        private readonly process: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    public static async start(pack = join(root, "policy-pack")): Promise<Analyzer> {
        // The engine's address comes first; only remote policies would call it.
        const child = spawn(process.execPath, [host, "127.0.0.1:1", pack], {
            cwd: pack,
            stdio: ["ignore", "pipe", "inherit"],
        });
        const lines = createInterface({ input: child.stdout! });
        const port = await new Promise<string>((resolve, reject) => {
            lines.once("line", resolve);
            child.once("exit", (code) => reject(new Error(`the policy pack ended with ${code}`)));
        });
        const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
            "grpc.max_receive_message_length": 400 << 20,
        });
        return new Analyzer(child, client);
    }

    public stop(): void {
        this.client.close();
        this.process.kill();
    }

    public async policies(): Promise<readonly string[]> {
        const info = await call<messages.AnalyzerInfo>((done) =>
            this.client.getAnalyzerInfo(new Empty(), done),
        );
        return info.getPoliciesList().map((policy) => policy.getName());
    }

    /** Configures it as `--policy-pack-config` does. */
    public async configure(config: PolicyConfig): Promise<void> {
        const request = new messages.ConfigureAnalyzerRequest();
        for (const [policy, { enforcementLevel = "mandatory", ...properties }] of Object.entries(config)) {
            const section = new messages.PolicyConfig();
            section.setProperties(structOf(properties));
            section.setEnforcementlevel(levels.indexOf(enforcementLevel) as messages.EnforcementLevel);
            request.getPolicyconfigMap().set(policy, section);
        }
        await call((done) => this.client.configure(request, done));
    }

    /** Has it judge a plan in the engine's order: each resource's inputs, then all outputs together. */
    public async judge(plan: readonly RecordedRegistration[]): Promise<readonly Diagnostic[]> {
        const byUrn = new Map(plan.map((one) => [one.urn, one]));
        const said: Diagnostic[] = [];
        for (const one of plan.filter(({ external }) => external !== true)) {
            const request = new messages.AnalyzeRequest();
            request.setType(one.type);
            request.setUrn(one.urn);
            request.setName(one.name);
            request.setProperties(structOf(one.inputs));
            request.setOptions(optionsOf(one));
            request.setProvider(providerOf(one, byUrn));
            const answer = await call<messages.AnalyzeResponse>((done) => this.client.analyze(request, done));
            said.push(...answer.getDiagnosticsList().map((one) => diagnosticOf(one, request.getUrn())));
        }
        const request = new messages.AnalyzeStackRequest();
        request.setResourcesList(plan.map((one) => stackResource(one, byUrn)));
        const answer = await call<messages.AnalyzeResponse>((done) =>
            this.client.analyzeStack(request, done),
        );
        return [...said, ...answer.getDiagnosticsList().map((one) => diagnosticOf(one))];
    }

    /** What the last of its remediations makes of a resource's inputs; undefined where none changes any. */
    public async remedied(type: string, inputs: object): Promise<object | undefined> {
        const request = new messages.AnalyzeRequest();
        request.setType(type);
        request.setUrn(`urn:pulumi:test::palisade::${type}::one`);
        request.setName("one");
        request.setProperties(structOf(inputs));
        request.setOptions(new messages.AnalyzerResourceOptions());
        const answer = await call<messages.RemediateResponse>((done) => this.client.remediate(request, done));
        return answer.getRemediationsList().at(-1)?.getProperties()?.toJavaScript();
    }
}

type Done<T> = (error: Error | null, answer: T) => void;

const call = <T>(start: (done: Done<T>) => unknown): Promise<T> =>
    new Promise((resolve, reject) =>
        start((error, answer) => (error === null ? resolve(answer) : reject(error))),
    );

const structOf = (values: object): Struct =>
    Struct.fromJavaScript(JSON.parse(JSON.stringify(values)) as { [key: string]: JavaScriptValue });

function optionsOf({ options, parent }: RecordedRegistration): messages.AnalyzerResourceOptions {
    const message = new messages.AnalyzerResourceOptions();
    message.setProtect(options.protect ?? false);
    message.setParent(parent ?? "");
    return message;
}

function providerOf(
    one: RecordedRegistration,
    byUrn: ReadonlyMap<string, RecordedRegistration>,
): messages.AnalyzerProviderResource | undefined {
    const provider = byUrn.get(providerUrnOf(one));
    if (provider === undefined) {
        return undefined;
    }
    const message = new messages.AnalyzerProviderResource();
    message.setType(provider.type);
    message.setUrn(provider.urn);
    message.setName(provider.name);
    message.setProperties(structOf(provider.inputs));
    return message;
}

function stackResource(
    one: RecordedRegistration,
    byUrn: ReadonlyMap<string, RecordedRegistration>,
): messages.AnalyzerResource {
    const message = new messages.AnalyzerResource();
    message.setType(one.type);
    message.setUrn(one.urn);
    message.setName(one.name);
    message.setProperties(structOf(one.outputs));
    message.setOptions(optionsOf(one));
    message.setProvider(providerOf(one, byUrn));
    message.setParent(one.parent ?? "");
    message.setDependenciesList([...one.dependencies]);
    for (const [property, urns] of Object.entries(one.propertyDependencies)) {
        const sources = new messages.AnalyzerPropertyDependencies();
        sources.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, sources);
    }
    return message;
}

function diagnosticOf(message: messages.AnalyzeDiagnostic, resource?: string): Diagnostic {
    const urn = message.getUrn() || resource;
    return {
        policy: message.getPolicyname(),
        level: levels[message.getEnforcementlevel()] ?? "",
        ...(urn === undefined ? {} : { urn }),
        // The SDK puts the policy's own description before what it reports.
        message: message.getMessage().slice(message.getDescription().length + 1),
    };
}
