import { cluster, database, member } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        private: database(),
        "left out, which is private": database({ publiclyAccessible: undefined }),
        "a cluster's member": [...cluster(), member("one")],
    },
    violating: {
        public: database({ publiclyAccessible: true }),
        "a cluster's member": [...cluster(), member("one", { publiclyAccessible: true })],
    },
    undecidable: { "as nobody knows yet": database({ publiclyAccessible: ref("database", "anything") }) },
};
