import { later, parameter } from "../../support/hosts";
import { resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const serialConsole = (enabled?: boolean) =>
    resource("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "console", { enabled });
const images = (state: string) =>
    resource("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "images", { state });
const snapshots = (state: SpecimenValue) =>
    resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "snapshots", { state });
const shut = [serialConsole(false), images("block-new-sharing"), snapshots("block-all-sharing")];

export const specimens: Specimens = {
    compliant: {
        "all shut": shut,
        "never switched on": [images("block-new-sharing"), snapshots("block-all-sharing")],
        "shut by another stack": { config: { provided: "elsewhere" }, resources: [serialConsole(false)] },
        "a stack that has no say": [resource("aws:s3/bucket:Bucket", "records")],
    },
    violating: {
        "the console on": [serialConsole(true), ...shut.slice(1)],
        "the console as the provider has it": [serialConsole(), ...shut.slice(1)],
        "images open": [shut[0]!, images("unblocked"), shut[2]!],
        "snapshots open": [...shut.slice(0, 2), snapshots("unblocked")],
        "old snapshots open": [...shut.slice(0, 2), snapshots("block-new-sharing")],
        "nothing said of images": [shut[0]!, shut[2]!],
        "nothing said of snapshots": shut.slice(0, 2),
    },
    undecidable: {
        "a state that is known later": [parameter, ...shut.slice(0, 2), snapshots(later)],
    },
};
