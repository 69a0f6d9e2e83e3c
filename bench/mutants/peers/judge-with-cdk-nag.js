"use strict";

// Judges CloudFormation templates, named on standard input, with cdk-nag's two largest packs in one process,
// and prints what fails of each as one line of JSON.
const { createInterface } = require("node:readline");
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { AwsSolutionsChecks, NIST80053R5Checks } = require("cdk-nag");

function failures(templateFile) {
    const app = new App();
    const stack = new Stack(app, "Mutant", { env: { account: "123456789012", region: "us-east-1" } });
    new CfnInclude(stack, "Template", { templateFile });
    const failed = [AwsSolutionsChecks, NIST80053R5Checks].flatMap((Pack) =>
        new Pack(app)
            .validateScope(app)
            .violations.flatMap(({ ruleName, violatingResources }) =>
                violatingResources.map(
                    ({ resourceLogicalId, constructPath }) =>
                        `${ruleName} ${resourceLogicalId ?? constructPath}`,
                ),
            ),
    );
    return [...new Set(failed)].sort();
}

createInterface({ input: process.stdin }).on("line", (templateFile) => {
    try {
        console.log(JSON.stringify({ failed: failures(templateFile) }));
    } catch (error) {
        // A template that CloudFormation itself would refuse must not end the others.
        console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
});
