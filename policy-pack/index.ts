import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";
import { observeConfiguration } from "./whole-configuration";

observeConfiguration();

new PolicyPack("palisade", {
    displayName: "Palisade",
    description: "EC2 networks that are safe by proof: the whole checklist, decided on the first preview",
    provider: "aws",
    tags: ["aws", "ec2", "network", "security"],
    enforcementLevel: "mandatory",
    policies,
});
