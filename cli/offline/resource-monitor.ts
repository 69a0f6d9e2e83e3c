import type * as resources from "@pulumi/pulumi/proto/resource_pb";
import { ResourceInvokeRequest } from "@pulumi/pulumi/proto/resource_pb";
import {
    defaultProviderOf,
    defaultTagsOf,
    providerReference,
    providerUrnOf,
    type StackConfig,
} from "./default-providers";
import { previewOutputs } from "./preview-outputs";
import { optionsOf, propertyDependenciesOf, type WireProperties } from "./read-request";
import type { RecordedRegistration } from "./recorded-registration";
import { MonitorError } from "./monitor-error";
import { supportedFeatures } from "./supported-features";
import { resourceUrn, stackType } from "./urn";

/** What the SDK hands the monitor to answer with. The answers are read by their getters only. */
type Reply<Answer> = (error: MonitorError | null, answer?: Answer) => void;

interface StructMessage {
    toJavaScript(): WireProperties;
}

/** A question to a provider that only a real one can answer. */
export interface UnansweredCall {
    readonly token: string;
    /** Whether the program can go on with an unknown in its place. */
    readonly answeredAsUnknown: boolean;
}

/**
 * A resource monitor that records what a program registers instead of making it. It speaks the
 * SDK's own requests and answers as the engine does in the first preview of a stack that does not
 * exist yet: ids and computed outputs are unknown, known inputs come back.
 */
export class RecordingMonitor {
    readonly unansweredCalls: UnansweredCall[] = [];
    /** What was refused, in order. The SDK passes a refusal on wrapped in what waited for it. */
    readonly refusals: MonitorError[] = [];

    readonly #registrations = new Map<string, RecordedRegistration>();

    constructor(
        private readonly location: {
            readonly project: string;
            readonly stack: string;
            readonly config: StackConfig;
        },
        private readonly onRegistration: (registration: RecordedRegistration) => void = () => undefined,
    ) {}

    /** In the order of registration; a provider that the engine makes comes before its first user. */
    get registrations(): readonly RecordedRegistration[] {
        return [...this.#registrations.values()];
    }

    getDeploymentInfo(_request: unknown, reply: Reply<object>): void {
        reply(null, { getSupportedfeaturesList: () => supportedFeatures });
    }

    supportsFeature(request: resources.SupportsFeatureRequest, reply: Reply<object>): void {
        reply(null, { getHassupport: () => request.getId() !== "outputValues" });
    }

    registerResource(request: resources.RegisterResourceRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            const registration = this.#registrationOf(request);
            const outputs = registration.custom
                ? previewOutputs(registration, defaultTagsOf(this.#providerOf(registration)))
                : {};
            this.#record({ ...registration, outputs });
            return {
                getUrn: () => registration.urn,
                getId: () => registration.id ?? "",
                getObject: () => structOf(outputs),
                getPropertydependenciesMap: () => undefined,
                getResult: () => 0,
                getUnknown: () => false,
            };
        });
    }

    readResource(request: resources.ReadResourceRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            const urn = this.#urnOf(request);
            const state = propertiesOf(request.getProperties());
            this.#record({
                urn,
                type: request.getType(),
                name: request.getName(),
                custom: true,
                remote: false,
                external: true,
                id: request.getId(),
                inputs: state,
                outputs: state,
                ...(request.getParent() === "" ? {} : { parent: request.getParent() }),
                dependencies: request.getDependenciesList(),
                propertyDependencies: {},
                ...this.#providerReferenceOf(request),
                options: {},
            });
            return { getUrn: () => urn, getProperties: () => structOf(state), getUnknown: () => false };
        });
    }

    registerResourceOutputs(request: resources.RegisterResourceOutputsRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            const registration = this.#registrations.get(request.getUrn());
            if (registration === undefined) {
                throw new MonitorError(`outputs were registered for ${request.getUrn()}, which was not`);
            }
            const outputs = propertiesOf(request.getOutputs());
            this.#registrations.set(registration.urn, { ...registration, outputs });
            return {};
        });
    }

    invoke(request: ResourceInvokeRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            const answeredAsUnknown = asksForOutput(request);
            this.unansweredCalls.push({ token: request.getTok(), answeredAsUnknown });
            if (!answeredAsUnknown) {
                throw unanswerable(request.getTok());
            }
            return { getUnknown: () => true };
        });
    }

    call(request: resources.ResourceCallRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            this.unansweredCalls.push({ token: request.getTok(), answeredAsUnknown: false });
            throw unanswerable(request.getTok());
        });
    }

    existsResource(request: resources.ExistsResourceRequest, reply: Reply<object>): void {
        this.#answer(reply, () => {
            throw unanswerable(`whether ${request.getType()} ${request.getId()} exists`);
        });
    }

    registerPackage(request: resources.RegisterPackageRequest, reply: Reply<object>): void {
        reply(null, { getRef: () => `${request.getName()}@${request.getVersion()}` });
    }

    registerStackTransform(_request: unknown, reply: Reply<object>): void {
        this.#answer(reply, () => {
            throw new MonitorError(transformsRefused);
        });
    }

    registerStackInvokeTransform(_request: unknown, reply: Reply<object>): void {
        reply(null, {});
    }

    registerResourceHook(_request: unknown, reply: Reply<object>): void {
        reply(null, {});
    }

    registerErrorHook(_request: unknown, reply: Reply<object>): void {
        reply(null, {});
    }

    signalAndWaitForShutdown(_request: unknown, reply: Reply<object>): void {
        reply(null, {});
    }

    #answer(reply: Reply<object>, answer: () => object): void {
        try {
            reply(null, answer());
        } catch (error) {
            const refusal = error instanceof MonitorError ? error : new MonitorError(String(error));
            this.refusals.push(refusal);
            reply(refusal);
        }
    }

    #registrationOf(request: resources.RegisterResourceRequest): RecordedRegistration {
        if (request.getTransformsList().length > 0) {
            throw new MonitorError(transformsRefused);
        }
        const options = this.#inherit(request.getParent(), optionsOf(request));
        return {
            urn: this.#urnOf(request),
            type: request.getType(),
            name: request.getName(),
            custom: request.getCustom(),
            remote: request.getRemote(),
            ...(options.import === undefined ? {} : { id: options.import }),
            inputs: propertiesOf(request.getObject()),
            outputs: {},
            ...(request.getParent() === "" ? {} : { parent: request.getParent() }),
            dependencies: request.getDependenciesList(),
            propertyDependencies: propertyDependenciesOf(request),
            ...(request.getCustom() || request.getRemote() ? this.#providerReferenceOf(request) : {}),
            ...(options.protect === undefined ? {} : { protect: options.protect }),
            options,
        };
    }

    #urnOf(request: { getParent(): string; getType(): string; getName(): string }): string {
        const { project, stack } = this.location;
        return resourceUrn(
            project,
            stack,
            request.getParent() || undefined,
            request.getType(),
            request.getName(),
        );
    }

    /** What the engine lets a child take over from its parent where the child says nothing. */
    #inherit(parent: string, options: RecordedRegistration["options"]): RecordedRegistration["options"] {
        const inherited = this.#registrations.get(parent)?.options;
        const retainOnDelete = options.retainOnDelete ?? inherited?.retainOnDelete;
        const deletedWith = options.deletedWith ?? inherited?.deletedWith;
        return {
            ...options,
            ...(retainOnDelete === undefined ? {} : { retainOnDelete }),
            ...(deletedWith === undefined ? {} : { deletedWith }),
        };
    }

    /** The provider a resource names, or the default one, recorded where this is its first use. */
    #providerReferenceOf(request: { getProvider(): string; getType(): string; getVersion(): string }): {
        readonly provider?: string;
    } {
        if (request.getProvider() !== "") {
            return { provider: request.getProvider() };
        }
        if (request.getType().startsWith("pulumi:providers:")) {
            return {};
        }
        const provider = defaultProviderOf(request.getType(), request.getVersion(), this.location);
        if (provider === undefined) {
            return {};
        }
        if (!this.#registrations.has(provider.urn)) {
            this.#record(provider);
        }
        return { provider: providerReference(provider) };
    }

    #providerOf(registration: RecordedRegistration): RecordedRegistration | undefined {
        return this.#registrations.get(providerUrnOf(registration));
    }

    #record(registration: RecordedRegistration): void {
        const earlier = this.#registrations.get(registration.urn);
        if (earlier !== undefined) {
            throw new MonitorError(
                `two resources have the URN ${registration.urn}: their type, their name ` +
                    `"${registration.name}" and the types of their parents are the same; give one of them another name`,
            );
        }
        this.#registrations.set(registration.urn, registration);
        if (registration.type !== stackType) {
            this.onRegistration(registration);
        }
    }
}

const transformsRefused =
    "engine-side transforms run only in the engine, so an offline preview would show other resources than " +
    "`pulumi up` makes; use `transformations`, or preview this stack with `pulumi preview`";

const unanswerable = (question: string): MonitorError =>
    new MonitorError(
        `${question} asks a provider, which an offline preview cannot do; take the value from the stack's ` +
            "settings, or use the function's output form, which is unknown until `pulumi preview`",
    );

/**
 * Whether the program can be answered with an unknown. Only a call's output form states what it
 * depends on, be it nothing; where nothing is stated, the field holds a list that all messages share.
 */
const asksForOutput = (request: ResourceInvokeRequest): boolean =>
    request.toArray()[dependsOnField] !== new ResourceInvokeRequest().toArray()[dependsOnField];

/** Where the message's thirteenth field, `dependsOn`, is kept. */
const dependsOnField = 12;

const propertiesOf = (struct: { toJavaScript(): object } | undefined): WireProperties =>
    (struct?.toJavaScript() ?? {}) as WireProperties;

const structOf = (properties: WireProperties): StructMessage => ({ toJavaScript: () => properties });
