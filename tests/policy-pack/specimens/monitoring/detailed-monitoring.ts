import {
    configuration,
    fleet,
    host,
    hostFromTemplate,
    later,
    parameter,
    spotFleet,
    spotFleetLater,
} from "../../support/hosts";
import type { Specimens } from "../../support/specimen";

const on = { monitoring: { enabled: true } };

export const specimens: Specimens = {
    compliant: {
        "a host": host({ monitoring: true }),
        "a fleet": fleet(on),
        "a fleet that writes it as text": fleet({ monitoring: { enabled: "true" } }),
        "a host that leaves it to its template": hostFromTemplate(on),
        "a host whose template another stack owns": host({ launchTemplate: { name: "shared" } }),
        "an outdated launch configuration, which does so by itself": configuration(),
        "a spot fleet": spotFleet({ monitoring: true }),
        "a spot fleet by a template of another stack": spotFleet(),
    },
    violating: {
        "a host that says nothing": host(),
        "a host where it is off": host({ monitoring: false }),
        "a fleet that says nothing": fleet(),
        "a fleet where it is off": fleet({ monitoring: { enabled: "false" } }),
        "a host against its template": hostFromTemplate(on, { monitoring: false }),
        "a host whose template says nothing": hostFromTemplate(),
        "an outdated launch configuration": configuration({ enableMonitoring: false }),
        "one kind of a spot fleet's hosts": spotFleet({ monitoring: true }, {}),
    },
    undecidable: {
        "a host that learns it later": [parameter, ...host({ monitoring: later })],
        "a template that is named later": [parameter, ...host({ launchTemplate: { id: later } })],
        "a spot fleet that is described later": spotFleetLater,
    },
};
