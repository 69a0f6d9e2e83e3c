import * as fc from "fast-check";

// In CI every run tries the same cases, so that a submission is judged by what it changes. Everywhere
// else each run tries new ones; what they find becomes a test of its own.
if (process.env["CI"] !== undefined) {
    fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261123 });
}
