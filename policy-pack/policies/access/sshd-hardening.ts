import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { hasTemplate, launchTypes } from "../../access/launch";
import { unsaid, weaknesses } from "../../access/sshd";
import { userData, userDataProperties } from "../../access/user-data";
import { undecidable, violates, type Faults } from "../../fault";
import { isCalled } from "../../network/words";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList, toggle } from "../../settings";

export const sshdHardening = rule(
    {
        id: "sshd-hardening",
        title: "Hosts that people enter by SSH harden it, and no host takes passwords",
        severity: "high",
        checklist: ["access-1", "access-6"],
        why: "A daemon that lets root in, or takes passwords, is guessed into sooner or later.",
        fix: "Set PermitRootLogin, PasswordAuthentication and X11Forwarding to no and MaxAuthTries to 3 at boot.",
        docs: "https://man.openbsd.org/sshd_config",
        config: {
            sshHosts: textList("Words that call hosts which people enter by SSH", [
                "bastion",
                "jump",
                "jumpbox",
            ]),
            hardenedImages: toggle(
                "Whether the images harden sshd, so that nothing is left to do at boot",
                false,
            ),
        },
    },
    perResource(launchTypes, (host, { sshHosts, hardenedImages }): Faults => {
        const script = userData(host);
        const isForSsh = isSet(host, "keyName") || isCalled(host, sshHosts);
        const bootsByTemplate = hasTemplate(host) && !userDataProperties.some((path) => isSet(host, path));
        if (!script.known) {
            return isForSsh && !hardenedImages
                ? [undecidable(script.undecided, "whether it hardens sshd cannot be told")]
                : [];
        }
        const missing = isForSsh && !hardenedImages && !bootsByTemplate ? unsaid(script.value) : [];
        return [
            ...weaknesses(script.value).map((weakness) => violates(script.place, weakness)),
            ...(missing.length === 0 ? [] : [unhardened(host, missing)]),
        ];
    }),
);

const unhardened = (host: ResourceRecord, missing: readonly string[]) =>
    violates(at(host, "userData"), `leaves ${missing.join(", ")} of sshd as the image has it`);
