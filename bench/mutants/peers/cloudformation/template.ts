import type { RecordedRegistration } from "../../../../cli/offline/recorded-registration";
import { unknownText } from "../../../../cli/offline/wire-values";
import type { Plan } from "../../plan";
import { currentToken } from "../current-token";
import { bucketProperties, isBucket } from "./buckets";
import { computeConversions } from "./compute";
import type { Conversions } from "./conversion";
import { dataConversions } from "./data";
import { networkConversions } from "./network";
import { operationsConversions } from "./operations";
import { Reader, unknownParameter } from "./reader";

const conversions: Conversions = {
    ...networkConversions,
    ...computeConversions,
    ...dataConversions,
    ...operationsConversions,
};

const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

/** The plan as a CloudFormation template, as far as there are rules of cdk-nag that look at it. */
export function template({ registrations }: Plan): object {
    const converted = registrations.filter(
        (one) => isBucket(one) || conversions[currentToken(one.type)] !== undefined,
    );
    const logicalIds = new Map(converted.map((one) => [one.urn, logicalId(one)]));
    const managedPolicies = (role: RecordedRegistration): object => {
        const arns = registrations
            .filter(
                ({ type, propertyDependencies }) =>
                    type === attachmentType && propertyDependencies.role?.includes(role.urn),
            )
            .map(({ inputs }) => inputs.policyArn);
        return arns.length === 0 ? {} : { ManagedPolicyArns: arns };
    };
    // Policies write a bucket's name, so theirs has to be written out for cdk-nag to find them the same.
    const bucketName = ({ propertyDependencies }: RecordedRegistration): object => {
        const bucket = registrations.find(
            (one) => isBucket(one) && propertyDependencies.bucket?.includes(one.urn),
        );
        const name = bucket?.inputs.bucket;
        return typeof name === "string" && name !== unknownText ? { Bucket: name } : {};
    };
    return {
        Parameters: { [unknownParameter]: { Type: "String" } },
        Resources: Object.fromEntries(
            converted.map((one) => {
                const conversion = conversions[currentToken(one.type)];
                const properties =
                    conversion === undefined
                        ? bucketProperties(one, registrations, logicalIds)
                        : conversion.properties(new Reader(one, logicalIds));
                const type = conversion?.type ?? "AWS::S3::Bucket";
                return [
                    logicalIds.get(one.urn)!,
                    {
                        Type: type,
                        Properties: {
                            ...properties,
                            ...(type === "AWS::IAM::Role" ? managedPolicies(one) : {}),
                            ...(type === "AWS::S3::BucketPolicy" ? bucketName(one) : {}),
                        },
                    },
                ];
            }),
        ),
    };
}

/** Letters and digits; the type keeps resources of one name apart. */
const logicalId = ({ type, name }: RecordedRegistration): string =>
    `${currentToken(type).split(":").at(-1)}${name.replace(/[^A-Za-z0-9]/g, (other) => `x${other.charCodeAt(0)}`)}`;
