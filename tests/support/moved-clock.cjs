"use strict";

// Lets a Node process believe that PALISADE_TEST_DAY (YYYY-MM-DD) has come: `node --require` it.
const Clock = Date;
const ahead = Clock.parse(`${process.env.PALISADE_TEST_DAY}T12:00:00Z`) - Clock.now();

globalThis.Date = class extends Clock {
    constructor(...parts) {
        super(...(parts.length === 0 ? [Clock.now() + ahead] : parts));
    }

    static now() {
        return Clock.now() + ahead;
    }
};
