"use strict";

const { about, text } = require("./core.js");
const { wrongType } = require("./errors.js");

/** A language that texts are in. */
class Language {
  constructor({ tag, name, nativeName }) {
    this.tag = tag;
    this.name = name;
    this.nativeName = nativeName;
    Object.freeze(this);
  }

  toString() {
    return this.tag;
  }

  toJSON() {
    return this.tag;
  }
}

const languages = Object.freeze(about.languages.map((fields) => new Language(fields)));
const byTag = new Map(languages.map((language) => [language.tag, language]));

/** The language that a caller names by a tag, or passes itself. */
function language(asked) {
  if (asked instanceof Language) return asked;
  if (typeof asked !== "string") throw wrongType("a language, by its tag or itself", asked);
  return byTag.get(asked) ?? byTag.get(text.language(asked));
}

/** The tag of that; English if none is asked for. */
function tag(asked) {
  if (asked === undefined) return "en";
  return byTag.has(asked) ? asked : language(asked).tag;
}

module.exports = { Language, language, languages, tag };
