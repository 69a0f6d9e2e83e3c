import { expect } from "chai";
import { statements } from "../../policy-pack/policy-statements";
import { isPublic } from "../../policy-pack/public-statements";

const isOpen = (statement: object): boolean => {
    const source = {
        urn: "urn:x",
        property: "x",
        properties: { policy: JSON.stringify({ Statement: statement }) },
    };
    const read = statements(source, "policy");
    return read.known && read.value.some(isPublic);
};
const everybody = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const under = (Condition: object): object => ({ ...everybody, Condition });

describe("a statement that lets everybody in", () => {
    it("names everybody, or everybody but some", () => {
        expect(isOpen(everybody)).to.equal(true);
        expect(isOpen({ ...everybody, Principal: { AWS: ["arn:aws:iam::1:root", "*"] } })).to.equal(true);
        expect(isOpen({ ...everybody, Principal: { AWS: "arn:aws:iam::*:role/x" } })).to.equal(true);
        expect(isOpen({ ...everybody, Principal: undefined, NotPrincipal: { AWS: "1" } })).to.equal(true);
    });

    it("is none that denies, or that names an account or a service", () => {
        expect(isOpen({ ...everybody, Effect: "Deny" })).to.equal(false);
        expect(isOpen({ ...everybody, Principal: { AWS: "111122223333" } })).to.equal(false);
        expect(isOpen({ ...everybody, Principal: { Service: "logs.amazonaws.com" } })).to.equal(false);
    });

    it("is narrowed by a condition on whose request it is, or where from", () => {
        expect(isOpen(under({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }))).to.equal(false);
        expect(isOpen(under({ ArnLike: { "AWS:SourceArn": "arn:aws:events:*:1:rule/*" } }))).to.equal(false);
        expect(isOpen(under({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }))).to.equal(false);
    });

    it("is not narrowed by one that everybody meets, or all but some", () => {
        expect(isOpen(under({ Bool: { "aws:SecureTransport": "true" } }))).to.equal(true);
        expect(isOpen(under({ StringLike: { "aws:PrincipalArn": "*" } }))).to.equal(true);
        expect(isOpen(under({ StringEquals: { "aws:SourceAccount": ["1", "*"] } }))).to.equal(true);
        expect(isOpen(under({ StringNotEquals: { "aws:PrincipalAccount": "1" } }))).to.equal(true);
        expect(isOpen(under({ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::*" } }))).to.equal(true);
        expect(isOpen(under({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } }))).to.equal(true);
        expect(isOpen(under({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }))).to.equal(true);
        expect(isOpen(under({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::logs-*" } }))).to.equal(false);
        expect(isOpen(under({ StringEqualsIfExists: { "aws:SourceAccount": "1" } }))).to.equal(true);
        expect(isOpen(under({ IpAddress: { "aws:SourceIp": ["0.0.0.0/0"] } }))).to.equal(true);
    });
});
