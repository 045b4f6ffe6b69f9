"use strict";
// The classes and subjects of each protocol, one object for each.

const { about } = require("./core.js");
const { Class, Subject } = require("./parts.js");

const protocols = new Map(
  about.protocols.map(({ id, classes, subjects }) => [
    id,
    {
      classes: Object.freeze(classes.map((fields, place) => new Class(id, place, fields))),
      subjects: Object.freeze(subjects.map((fields, place) => new Subject(id, place, fields))),
    },
  ]),
);

/** Finds those of a protocol by their ids; null finds null. */
function groups(protocol) {
  const { classes, subjects } = protocols.get(protocol);
  return {
    classes,
    subjects,
    class: (id) => classes.find((one) => one.id === id) ?? null,
    subject: (id) => subjects.find((one) => one.id === id) ?? null,
  };
}

module.exports = { groups };
