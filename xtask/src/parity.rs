//! `bindings/PARITY.md` against the crates that the packages offer: each public item is in the list, and nothing else.
//!
//! The tests of the packages hold its other columns against what users of Python and Node have.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::data::root;
use crate::test::{Summary, cargo, target_folder};

/// The crates, each with what its items are called by in the list, and how many it has at least.
const CRATES: [(&str, &str, usize); 2] = [("wirecodes", "", 100), ("wirecodes-explain", "explain::", 50)];

/// Fails if the list is not what the crates have.
pub(crate) fn check(summary: &mut Summary) -> Result<()> {
    let list = fs::read_to_string(root().join("bindings/PARITY.md"))?;
    let listed: BTreeSet<String> =
        list.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned())).collect();
    let mut public = BTreeSet::new();
    for (name, prefix, least) in CRATES {
        let before = public.len();
        public_items(name, prefix, &mut public)?;
        if public.len() - before < least {
            bail!("rustdoc's JSON shows only {} public items of {name}: has its form changed?", public.len() - before);
        }
    }
    let missing: Vec<&String> = public.difference(&listed).collect();
    let extra: Vec<&String> = listed.difference(&public).collect();
    if !missing.is_empty() || !extra.is_empty() {
        bail!(
            "bindings/PARITY.md does not say how the packages have {missing:?}, and has {extra:?}, which the crates have not\n\
             write what each is in Python and Node, or a dash and the reason why it isn't there"
        );
    }
    summary.passed += 1;
    Ok(())
}

/// The public items of a crate, as rustdoc knows them: types, their functions and fields, and functions.
fn public_items(name: &str, prefix: &str, to: &mut BTreeSet<String>) -> Result<()> {
    // Its JSON is not stable yet, which this variable stands up for; the toolchain is pinned by what the crate needs.
    let args = ["rustdoc", "--quiet", "-p", name, "--features", "all-languages", "--"];
    let json = ["-Z", "unstable-options", "--output-format", "json"];
    cargo(args.into_iter().chain(json), [("RUSTC_BOOTSTRAP", "1")])?;
    let path = target_folder().join("doc").join(name.replace('-', "_")).with_extension("json");
    let docs: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let items = Items { index: docs["index"].as_object().context("rustdoc's JSON has an index")? };
    items.module(items.get(&docs["root"]).context("rustdoc's JSON has a root")?, prefix, to);
    Ok(())
}

struct Items<'a> {
    index: &'a serde_json::Map<String, Value>,
}

impl<'a> Items<'a> {
    fn get(&self, id: &Value) -> Option<&'a Value> {
        self.index.get(&id.to_string())
    }

    fn all(&self, ids: &'a Value) -> impl Iterator<Item = &'a Value> {
        ids.as_array().into_iter().flatten().filter_map(|id| self.get(id))
    }

    fn module(&self, module: &'a Value, prefix: &str, names: &mut BTreeSet<String>) {
        for item in self.all(&module["inner"]["module"]["items"]) {
            let used = &item["inner"]["use"];
            if item["visibility"] != "public" {
                continue;
            }
            let Some(target) = (if used.is_object() { self.get(&used["id"]) } else { Some(item) }) else {
                // Of another crate, whose items this one's JSON does not have.
                names.insert(format!("{prefix}{}", used["name"].as_str().unwrap_or_default()));
                continue;
            };
            if used["is_glob"] == true {
                self.module(target, prefix, names);
                continue;
            }
            let name = used["name"].as_str().or(item["name"].as_str()).unwrap_or_default();
            let (kind, inner) = target["inner"].as_object().and_then(|inner| inner.iter().next()).expect("a kind");
            match kind.as_str() {
                "module" => self.module(target, &format!("{prefix}{name}::"), names),
                // A constant for each code: the packages have them by what generates them all.
                "constant" if !prefix.is_empty() => {}
                _ => {
                    names.insert(format!("{prefix}{name}"));
                    self.members(inner, &format!("{prefix}{name}"), names);
                }
            }
        }
    }

    /// The public fields and functions of a type.
    fn members(&self, of: &'a Value, name: &str, names: &mut BTreeSet<String>) {
        let own = self.all(&of["impls"]).filter(|item| item["inner"]["impl"]["trait"].is_null());
        let functions = own.flat_map(|item| self.all(&item["inner"]["impl"]["items"]));
        let public =
            self.all(&of["kind"]["plain"]["fields"]).chain(functions).filter(|item| item["visibility"] == "public");
        names.extend(public.filter_map(|item| Some(format!("{name}::{}", item["name"].as_str()?))));
    }
}
