import { network } from "../../support/base-network";
import { resource, type Specimens } from "../../support/specimen";

const one = (type: string) => [resource(type, "other", {})];

export const specimens: Specimens = {
    config: { allowedTypes: ["command:local:"] },
    compliant: {
        "the seed's network": network,
        "a type that was looked at": one("command:local:Command"),
    },
    violating: {
        "another provider": one("aws-native:ec2:SecurityGroup"),
        "a CloudFormation stack": one("aws:cloudformation/stack:Stack"),
        "a Cloud Control resource": one("aws:cloudcontrol/resource:Resource"),
        "a dynamic resource": one("pulumi-nodejs:dynamic:Resource"),
        "a dynamic resource of Python": one("pulumi-python:dynamic/module:Opener"),
        "a command": one("command:remote:Command"),
    },
};
