"use strict";
// Finds the native half: beside this package where it was built here, else in the package of this platform, which npm has
// installed as an optional dependency.

/** The platform as napi names it: `darwin-arm64`; on Linux there are two, for the two libraries of C. */
function platforms() {
  const name = `${process.platform}-${process.arch}`;
  if (process.platform === "win32") return [`${name}-msvc`];
  // Node can tell which of the two it is, but takes longer for that than loading takes; npm installs only the one that fits.
  return process.platform === "linux" ? [`${name}-gnu`, `${name}-musl`] : [name];
}

function load() {
  const names = platforms();
  const causes = [];
  for (const name of names) {
    for (const path of [`../wirecodes.${name}.node`, `wirecodes-${name}`]) {
      try {
        return require(path);
      } catch (cause) {
        causes.push(cause);
      }
    }
  }
  throw new Error(
    `wirecodes has no native module for this platform: the package ${names.map((name) => `wirecodes-${name}`).join(" or ")} ` +
      "is not installed, or does not load. It is an optional dependency; install again without --omit=optional, on this platform.",
    { cause: new AggregateError(causes) },
  );
}

module.exports = load();
