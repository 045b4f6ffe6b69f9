"use strict";
// Finds the native half: beside this package where it was built here, else in the package of this platform, which npm has
// installed as an optional dependency.

const { existsSync } = require("node:fs");
const { join } = require("node:path");

/** The platform as napi names it: `linux-x64-gnu`, `darwin-arm64`. */
function platform() {
  const name = `${process.platform}-${process.arch}`;
  if (process.platform === "win32") return `${name}-msvc`;
  if (process.platform !== "linux") return name;
  // Only glibc reports its version.
  const { glibcVersionRuntime } = process.report.getReport().header;
  return `${name}-${glibcVersionRuntime ? "gnu" : "musl"}`;
}

function load() {
  const name = platform();
  const local = join(__dirname, "..", `wirecodes.${name}.node`);
  if (existsSync(local)) return require(local);
  try {
    return require(`wirecodes-${name}`);
  } catch (cause) {
    throw new Error(
      `wirecodes has no native module for this platform: the package wirecodes-${name} is not installed. ` +
        "It is an optional dependency; install again without --omit=optional, on this platform.",
      { cause },
    );
  }
}

module.exports = load();
