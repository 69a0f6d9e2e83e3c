import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { fleetType, instanceType, templatesOf } from "../../access/launch";
import { grantsOf, isAttached, mayTake, rolesOfHost } from "../../access/role-grants";
import { undecidable, violates, type Faults } from "../../fault";
import { isManaged, startsAgent, tagsOf } from "../../monitoring/agent";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const agentActions = ["cloudwatch:PutMetricData", "logs:PutLogEvents"];

export const cwAgent = rule(
    {
        id: "cw-agent",
        title: "Hosts report memory, disks and their own logs by the CloudWatch agent",
        severity: "low",
        checklist: ["monitoring-1", "monitoring-4"],
        why: "EC2 itself sees neither memory nor disks, nor who failed to sign in.",
        fix: "Install the agent by an SSM association or at boot, and attach CloudWatchAgentServerPolicy to the role.",
        docs: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Install-CloudWatch-Agent.html",
    },
    perStack((stack) => stack.stated(instanceType, fleetType).flatMap((host) => agentFaults(stack, host))),
);

function agentFaults(stack: Stack, host: ResourceRecord): Faults {
    const templates = templatesOf(stack, host);
    const sources = [host, ...(templates.known ? templates.value : [])];
    const scripts = sources.map(startsAgent);
    const isInstalled = scripts.includes(true) || isManaged(stack, host, tagsOf(...sources));
    const open = [
        ...(templates.known ? [] : [templates.undecided]),
        ...scripts.flatMap((script) => (typeof script === "object" ? [script] : [])),
    ];
    if (!isInstalled) {
        return open.length > 0
            ? open.map((undecided) =>
                  undecidable(undecided, "whether the CloudWatch agent runs cannot be told"),
              )
            : [
                  violates(
                      host,
                      "runs no CloudWatch agent: neither its boot script nor an association installs it",
                  ),
              ];
    }
    return rolesOfHost(stack, sources)
        .map((role) => ({ role, grants: grantsOf(stack, role) }))
        .filter(
            ({ grants }) =>
                !isAttached(grants, ["CloudWatchAgentServerPolicy", "CloudWatchAgentAdminPolicy"]),
        )
        .filter(({ grants }) => !mayTake(grants, agentActions))
        .flatMap(({ role, grants }): Faults =>
            grants.undecided.length > 0
                ? grants.undecided.map((undecided) =>
                      undecidable(undecided, "what the role may do cannot be told"),
                  )
                : [violates(role, "does not let the CloudWatch agent of its hosts report")],
        );
}
