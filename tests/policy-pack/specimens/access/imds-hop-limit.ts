import { configuration, fleet, host, later, parameter } from "../../support/hosts";
import { resource, type Specimens } from "../../support/specimen";

const hops = (httpPutResponseHopLimit?: number | string) => ({
    metadataOptions: { httpPutResponseHopLimit },
});

export const specimens: Specimens = {
    compliant: {
        "one hop": host(hops(1)),
        "the default": host(),
        "a number written as text": fleet(hops("1")),
        "two where containers are allowed for": { config: { most: 2 }, resources: fleet(hops(2)) },
        "metadata switched off": host({
            metadataOptions: { httpEndpoint: "disabled", httpPutResponseHopLimit: 64 },
        }),
    },
    violating: {
        "a host": host(hops(2)),
        "a fleet": fleet(hops(64)),
        "an outdated launch configuration": configuration(hops(2)),
        "the account's default": [
            resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "defaults", {
                httpPutResponseHopLimit: 2,
            }),
        ],
        "three where two are allowed": { config: { most: 2 }, resources: fleet(hops(3)) },
    },
    undecidable: {
        "a limit that is known later": [
            parameter,
            ...host({ metadataOptions: { httpPutResponseHopLimit: later } }),
        ],
    },
};
