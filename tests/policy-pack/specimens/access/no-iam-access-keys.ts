import { later, parameter } from "../../support/hosts";
import { ref, resource, type Specimens } from "../../support/specimen";

const user = (name?: string) => resource("aws:iam/user:User", "printer", { name });
const key = (of: string | ReturnType<typeof ref>) =>
    resource("aws:iam/accessKey:AccessKey", "key", { user: of });

export const specimens: Specimens = {
    config: { machineUsers: ["printer"] },
    compliant: {
        "no users": [resource("aws:iam/role:Role", "worker", { assumeRolePolicy: "{}" })],
        "a machine that can take no role": [user("printer"), key("printer")],
        "a machine that is named by its resource": [user()],
    },
    violating: {
        "a person": [user("alice")],
        "a person's key": [key("alice")],
        "a key of a user of the stack": {
            config: {},
            resources: [user("printer"), key(ref("printer", "name"))],
        },
        "the root user's key": [key("<root_account>")],
        "whosever key it will be": [parameter, key(later)],
    },
};
