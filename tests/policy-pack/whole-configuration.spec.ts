import { ConfigureAnalyzerRequest, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { expect } from "chai";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { observeConfiguration, observedConfiguration } from "../../policy-pack/whole-configuration";

describe("the configuration that the engine sends", () => {
    it("is seen whole, policies that do not exist included, and as it comes over the wire", () => {
        const request = new ConfigureAnalyzerRequest();
        const section = new PolicyConfig();
        section.setProperties(Struct.fromJavaScript({ tcpPorts: [443] }));
        request.getPolicyconfigMap().set("sg-authorised-public-ports", section);
        const received = ConfigureAnalyzerRequest.deserializeBinary(request.serializeBinary());
        const original = ConfigureAnalyzerRequest.prototype.getPolicyconfigMap;
        try {
            observeConfiguration();
            expect(received.getPolicyconfigMap().getLength()).to.equal(1);
        } finally {
            ConfigureAnalyzerRequest.prototype.getPolicyconfigMap = original;
        }
        expect([...(observedConfiguration() ?? [])]).to.deep.equal([
            ["sg-authorised-public-ports", { tcpPorts: [443] }],
        ]);
    });
});
