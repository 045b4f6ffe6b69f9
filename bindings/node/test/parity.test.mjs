// What bindings/PARITY.md says is there in Node is there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as wirecodes from "wirecodes";

const comparison = wirecodes.compare("smtp:450", "smtp:550");
let error;
try {
  wirecodes.RuleFile.parse("own.toml", "[[rule]]");
} catch (caught) {
  error = caught;
}

// An object of each class: what is set in a constructor is not on the prototype.
const samples = {
  Class: wirecodes.smtp.classes[0],
  Code: wirecodes.smtp.get(450),
  Comparison: comparison,
  Document: wirecodes.smtp.get(450).references[0].document,
  Family: wirecodes.family("smtp", "5.7"),
  Interpretation: wirecodes.interpret("smtp", 457),
  Language: wirecodes.languages[0],
  Meaning: wirecodes.smtp.get(454).meanings[0],
  Protocol: wirecodes.smtp,
  Reference: wirecodes.smtp.get(450).references[0],
  Related: wirecodes.smtp.get(450).related[0],
  Subject: wirecodes.smtp.subjects[0],
  Choice: comparison.choose,
  Difference: comparison.differences[0],
  Facet: comparison.facets[0],
  Text: wirecodes.smtp.get(450).text(),
  Counts: new wirecodes.Scanner().counts,
  Explainer: new wirecodes.Explainer(),
  Explanation: wirecodes.explain("450 Greylisted"),
  Reason: wirecodes.reasons[0],
  ReasonText: wirecodes.reasons[0].text(),
  Reply: wirecodes.readReply("450 Greylisted"),
  ReplyLine: wirecodes.readReply("450 Greylisted").lines[0],
  Rule: new wirecodes.Explainer().rules[0],
  RuleFault: error.faults[0],
  Scanner: new wirecodes.Scanner(),
  WirecodesError: error,
};

test("every name of bindings/PARITY.md", () => {
  const lines = readFileSync(process.env.WIRECODES_PARITY, "utf8").split("\n");
  const rows = lines.filter((line) => line.startsWith("| `")).map((line) => line.split("|"));
  assert.ok(rows.length > 200);
  for (const [, rust, , node, note] of rows) {
    const name = node.trim().replaceAll("`", "");
    if (name === "—") {
      assert.ok(note.trim(), `a reason for ${rust}`);
      continue;
    }
    const [owner, member] = name.split(/[.#]/);
    if (member === undefined) {
      assert.ok(owner in wirecodes || owner in samples, name);
    } else {
      // Something that is static is on the class.
      const places = [samples[owner], wirecodes[owner]].filter((place) => place !== undefined);
      assert.ok(places.some((place) => member in place), name);
    }
  }
});
