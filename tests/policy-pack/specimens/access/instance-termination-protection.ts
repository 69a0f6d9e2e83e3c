import { fleet, host, hostFromTemplate, later, parameter } from "../../support/hosts";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    config: { disposable: ["build"] },
    compliant: {
        "a protected host": host({ disableApiTermination: true }),
        "a host that its template protects": hostFromTemplate({ disableApiTermination: "true" }),
        "a fleet, whose hosts come and go": fleet(),
        "a host that may go": host({ tags: { Role: "build" } }),
    },
    violating: {
        "a host": host(),
        "a host whose protection is off": host({ disableApiTermination: false }),
        "a host against its template": hostFromTemplate(
            { disableApiTermination: true },
            { disableApiTermination: false },
        ),
        "a host whose template does not protect it": hostFromTemplate(),
    },
    undecidable: {
        "a host that learns it later": [parameter, ...host({ disableApiTermination: later })],
        "a template that is named later": [parameter, ...host({ launchTemplate: { id: later } })],
    },
};
