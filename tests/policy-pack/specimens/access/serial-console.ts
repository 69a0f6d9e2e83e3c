import { later, parameter } from "../../support/hosts";
import { resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const serialConsole = (enabled?: boolean) =>
    resource("aws:ec2/serialConsoleAccess:SerialConsoleAccess", "console", { enabled });
const images = (state: string) =>
    resource("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", "images", { state });
const snapshots = (state: SpecimenValue) =>
    resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "snapshots", { state });
/** Whoever sets this up keeps the account. */
const keeper = resource("aws:guardduty/detector:Detector", "detector");
const shut = [keeper, serialConsole(false), images("block-new-sharing"), snapshots("block-all-sharing")];

export const specimens: Specimens = {
    compliant: {
        "all shut": shut,
        "never switched on": [images("block-new-sharing"), snapshots("block-all-sharing")],
        "shut by another stack": { config: { provided: "elsewhere" }, resources: [keeper] },
        "the console alone": [serialConsole(false)],
        "a stack that has no say": [resource("aws:s3/bucket:Bucket", "records")],
    },
    violating: {
        "the console on": [keeper, serialConsole(true), ...shut.slice(2)],
        "the console as the provider has it": [keeper, serialConsole(), ...shut.slice(2)],
        "images open": [serialConsole(false), images("unblocked"), snapshots("block-all-sharing")],
        "snapshots open": [...shut.slice(0, 3), snapshots("unblocked")],
        "old snapshots open": [...shut.slice(0, 3), snapshots("block-new-sharing")],
        "nothing said of images": [keeper, snapshots("block-all-sharing")],
        "nothing said of snapshots": [keeper, images("block-new-sharing")],
    },
    undecidable: {
        "a state that is known later": [parameter, ...shut.slice(0, 3), snapshots(later)],
    },
};
