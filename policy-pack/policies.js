"use strict";

// What `npm ci` has built, for whoever judges with the policies without serving them.
module.exports = require("./dist/policies.js");
