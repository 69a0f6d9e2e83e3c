import { without } from "../../support/base-network";
import { backups, database, volume } from "../../support/sound-data";
import { resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "restores of what is backed up": [...backups, ...database()],
        "nothing to back up": [resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" })],
    },
    violating: {
        "backups that nobody restores": without(backups, "restores"),
        "data that nobody restores": volume(),
        "databases restored, and no disk": [...backups, ...database(), ...volume()],
        "a plan that restores nothing": [...without(backups, "restored"), ...database()],
    },
};
