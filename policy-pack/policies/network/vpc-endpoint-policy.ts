import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { statements, type Statement } from "../../policy-statements";
import { at, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

export const vpcEndpointPolicy = rule(
    {
        id: "vpc-endpoint-policy",
        title: "Every VPC endpoint says who may do what through it",
        severity: "medium",
        checklist: ["network-6"],
        why: "An endpoint without a policy lets anybody in the VPC reach anybody's account with stolen keys.",
        fix: "Set `policy` and limit it, for example by `aws:PrincipalAccount` or to the buckets needed.",
        docs: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    },
    perResourceAndStack(
        [endpointType, policyType],
        (record) => (isSet(record, "policy") ? allowsEverything(record) : []),
        (stack) => [
            ...stack.ofType(endpointType, policyType).flatMap((record) => allowsEverything(record)),
            ...stack
                .ofType(endpointType)
                .filter((endpoint) => !isSet(endpoint, "policy"))
                .filter((endpoint) => stack.referrers(endpoint, policyType, "vpcEndpointId").length === 0)
                .map((endpoint) => violates(at(endpoint, "policy"), "is not set, which allows everything")),
        ],
    ),
);

function allowsEverything(record: ResourceRecord): Faults {
    const document = statements(record, "policy");
    if (!document.known) {
        return [undecidable(document.undecided, "what the endpoint allows cannot be told")];
    }
    return document.value.some(isOpen)
        ? [violates(document.place, "allows everybody every action on everything, without a condition")]
        : [];
}

const isOpen = ({ effect, principals, actions, resources, hasCondition }: Statement): boolean =>
    effect === "Allow" &&
    !hasCondition &&
    principals.includes("*") &&
    actions.some((action) => action === "*" || everyActionOfOne.test(action)) &&
    resources.includes("*");

/** An endpoint has one service, so that every action of that is every action. */
const everyActionOfOne = /^[\w-]+:\*$/;
