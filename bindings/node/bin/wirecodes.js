#!/usr/bin/env node
"use strict";
// The command. It writes by itself: Node's streams are not touched.

process.exitCode = require("../lib/native.js").run(["wirecodes", ...process.argv.slice(2)]);
