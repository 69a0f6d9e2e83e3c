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
import { resource, type Specimens } from "../../support/specimen";

const required = { metadataOptions: { httpTokens: "required" } };
const optional = { metadataOptions: { httpTokens: "optional" } };
const defaults = (httpTokens?: string) =>
    resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "defaults", { httpTokens });
const spot = (inputs: object) => [
    resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot", { ...inputs }),
];

export const specimens: Specimens = {
    compliant: {
        "a host that asks for tokens": host(required),
        "a host whose metadata is off": host({ metadataOptions: { httpEndpoint: "disabled" } }),
        "a host that leaves it to its template": hostFromTemplate(required),
        "a host whose template another stack owns": host({ launchTemplate: { id: "lt-11112222" } }),
        "a fleet": fleet(required),
        "an outdated launch configuration": configuration(required),
        "a spot request": spot(required),
        "the account's default": [defaults("required"), ...host(), ...fleet()].filter(
            ({ name }, i, all) => all.findIndex((one) => one.name === name) === i,
        ),
        "a spot fleet under the account's default": [defaults("required"), ...spotFleet({})],
        "a spot fleet that is described later, under it": [defaults("required"), ...spotFleetLater],
        "a spot fleet by templates": spotFleet(),
        "options as a list of one": host({ metadataOptions: [{ httpTokens: "required" }] }),
    },
    violating: {
        "a host that says nothing": host(),
        "a host where tokens are optional": host(optional),
        "a host against its template": hostFromTemplate(required, optional),
        "a template that says nothing": hostFromTemplate(),
        "a fleet where tokens are optional": fleet(optional),
        "an outdated launch configuration": configuration(),
        "a spot request": spot({}),
        "a spot fleet": spotFleet({ ami: "ami-11112222" }),
        "a default of no preference": [defaults("no-preference")],
        "a default that says nothing": [defaults()],
        "a host against the account's default": [defaults("required"), ...host(optional)],
    },
    undecidable: {
        "a spot fleet that is described later": spotFleetLater,
        "a host that learns it later": [parameter, ...host({ metadataOptions: { httpTokens: later } })],
        "a template that is named later": [parameter, ...host({ launchTemplate: { id: later } })],
    },
};
