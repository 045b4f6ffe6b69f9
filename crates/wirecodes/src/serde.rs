//! The feature `serde`: codes as `smtp:450`, everything else as its id.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Actor, Code, Connection, Lang, Outcome, Protocol, RelationKind, Retry, Status};

/// Reads a string and makes a value of it, or says what was expected.
struct FromText<T> {
    expected: &'static str,
    read: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

macro_rules! as_text {
    ($($type:ty, $expected:literal, |$value:ident| $write:expr, $read:expr;)+) => {
        $(
            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let $value = self;
                    serializer.collect_str(&$write)
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(FromText { expected: $expected, read: $read })
                }
            }
        )+
    };
}

as_text! {
    Code, "a code of the dataset, such as `smtp:450`", |code| code, |text| text.parse().ok();
    Protocol, "the id of a protocol", |protocol| protocol, |text| text.parse().ok();
    Lang, "the tag of a language", |lang| lang, |text| text.parse().ok();
    Actor, "the id of an actor", |one| one, Actor::from_id;
    Connection, "the id of what happens to a session", |one| one, Connection::from_id;
    Outcome, "the id of an outcome", |one| one, Outcome::from_id;
    RelationKind, "the id of a kind of relation", |one| one, RelationKind::from_id;
    Retry, "the id of a retry advice", |one| one, Retry::from_id;
    Status, "the id of a status", |one| one, Status::from_id;
}
