import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { managesAccount } from "../../account";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { faultUnless, flag, text } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

const consoleType = "aws:ec2/serialConsoleAccess:SerialConsoleAccess";

/** What each public door of the account is called, and the states in which it is shut. */
const doors: { readonly [type: string]: { readonly name: string; readonly shut: readonly string[] } } = {
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": {
        name: "public sharing of images is not blocked",
        shut: ["block-new-sharing"],
    },
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
        name: "public sharing of snapshots is not blocked",
        shut: ["block-all-sharing"],
    },
};

export const serialConsole = rule(
    {
        id: "serial-console",
        title: "The serial console is off, and images and snapshots cannot be made public",
        severity: "medium",
        checklist: ["access-2"],
        why: "The serial console goes past every security group; a public snapshot hands out a whole disk.",
        fix: "Manage `aws.ec2.SerialConsoleAccess`, `aws.ec2.ImageBlockPublicAccess` and `aws.ebs.SnapshotBlockPublicAccess`.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html",
        config: { provided: provided("the serial console and public sharing") },
    },
    perResourceAndStack([consoleType, ...Object.keys(doors)], doorFaults, (stack, { provided }) => {
        const isConcerned = provided === "here" && managesAccount(stack);
        const missing = Object.entries(doors).filter(
            ([type]) => isConcerned && stack.ofType(type).length === 0,
        );
        return [
            ...missing.map(([, { name }]) => violates(undefined, `${name} in the account`)),
            ...stack.stated(consoleType, ...Object.keys(doors)).flatMap(doorFaults),
        ];
    }),
);

function doorFaults(record: ResourceRecord): Faults {
    const door = doors[record.type];
    // Where nothing is said, the provider switches the console on.
    return door === undefined
        ? faultUnless(flag(record, "enabled", true), (isOn) => !isOn, "is on, past every security group")
        : faultUnless(
              text(record, "state", ""),
              (state) => door.shut.includes(state),
              (state) => `is "${state}": ${door.name}`,
          );
}
