import { resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const client = (inputs: SpecimenResource["inputs"]) => [
    resource("aws:ec2clientvpn/endpoint:Endpoint", "remote", inputs),
];
const site = (inputs: SpecimenResource["inputs"]) => [
    resource("aws:ec2/vpnConnection:VpnConnection", "office", inputs),
];
const logged = { cloudwatchLogOptions: { logEnabled: true, logGroupArn: "arn:aws:logs:::group" } };

export const specimens: Specimens = {
    compliant: {
        "a client VPN that logs": client({ connectionLogOptions: { enabled: true } }),
        "a site VPN whose tunnels log": site({ tunnel1LogOptions: logged, tunnel2LogOptions: logged }),
    },
    violating: {
        "a client VPN that does not": client({ connectionLogOptions: { enabled: false } }),
        "a client VPN that says nothing": client({}),
        "a site VPN of which one tunnel does not": site({ tunnel1LogOptions: logged }),
    },
};
