//! The shape of `data/codes.toml`, as serde reads it and as schemars describes it to editors.
//!
//! The doc comments here become the descriptions in `codes.schema.json`: whoever edits the data reads them on hover.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

/// The whole of `codes.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Version of the data, `YEAR.N`; see `data/CHANGELOG.md`.
    pub version: String,
    /// The documents that entries cite.
    #[serde(default, rename = "document")]
    pub documents: Vec<Document>,
    /// The protocols, in the order in which they are listed.
    #[serde(default, rename = "protocol")]
    pub protocols: Vec<Protocol>,
    /// The codes, by protocol and number.
    #[serde(default, rename = "code")]
    pub codes: Vec<Entry>,
    /// Pairs of codes, and what a reader should know about the pair.
    #[serde(default, rename = "relation")]
    pub relations: Vec<Relation>,
}

/// A document that defines codes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What entries cite it by: `RFC 5321`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where to read it.
    pub url: String,
    /// Where to read one section of it, with `{section}` for the number; left out if it has no sections.
    pub section_url: Option<String>,
    /// The same for an appendix, whose id is a letter.
    pub appendix_url: Option<String>,
}

/// A protocol whose codes are described.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// The id on the command line and in JSON: `smtp`.
    pub id: String,
    /// What people call it: `SMTP`.
    pub name: String,
    /// What the codes are, in a few words: `SMTP reply codes`.
    pub title: String,
    /// Name of the enumeration of its codes in languages that have one: `SmtpReply`.
    pub enumeration: String,
    /// How a code is written.
    pub form: Form,
    /// A code that people know, for messages that show what one looks like.
    pub sample: String,
    /// What names a code in a sentence.
    pub mention: Mention,
    /// The specification's grammar of a code, where it is narrower than the form; codes outside it must be `unofficial`.
    pub pattern: Option<String>,
    /// A protocol whose codes travel beside these ones: a code that has not this form is looked for there.
    pub companion: Option<String>,
    /// A regular expression that each example must match; `{code}` stands for the code.
    pub example: String,
    /// The commands that a code can answer, as the specification writes them; left out where there are none.
    pub commands: Option<Vec<String>>,
    /// Who the actors are in this protocol.
    pub actors: Actors,
    /// What a client should make of a code that is not registered: one or two sentences.
    pub unregistered: Prose,
    /// The classes, by the leading character of the code.
    #[serde(default, rename = "class")]
    pub classes: Vec<Group>,
    /// The subjects, by what follows the class.
    #[serde(default, rename = "subject")]
    pub subjects: Vec<Group>,
}

/// How the codes of a protocol are written on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Exactly three digits: `450`.
    ThreeDigits,
    /// A number up to 65535 without leading zeros: `14`.
    Number,
    /// Class, subject and detail: `4.2.1`; an entry is a detail, `X.2.1`, seen through each class.
    Dotted,
    /// A word: `TRYCREATE`.
    Word,
}

/// What a code of the protocol is called in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mention {
    /// The code: `450`.
    Code,
    /// The constant: `UNAVAILABLE`.
    Constant,
}

/// A class or a subject.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// As the specification writes it: `4yz`, `x5z`, `X.7`.
    pub id: String,
    /// What stands in the code: `4`, `5`, `7`.
    pub digits: String,
    /// The specification's name: `Transient Negative Completion`.
    pub name: String,
    /// What it says, in one or two sentences.
    pub text: Prose,
    /// For a class: the outcome of its codes, where it decides that.
    pub outcome: Option<Outcome>,
    /// For a class: whether to try again, where it decides that.
    pub retry: Option<Retry>,
}

/// A label for each actor, and the sentence that says that it is for them to act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Actors {
    /// In mail, the sender.
    pub client_user: ActorText,
    /// Who runs the sending server or the calling program.
    pub client_operator: ActorText,
    /// Who the message is for.
    pub recipient: ActorText,
    /// Who runs the server that sent the code.
    pub server_operator: ActorText,
    /// Who wrote one of the programs.
    pub developer: ActorText,
    /// Who runs what lies between the two.
    pub network: ActorText,
    /// No one need act.
    pub nobody: ActorText,
}

/// The words for one actor.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActorText {
    /// For lists: `operator of the receiving server`.
    pub label: String,
    /// A whole sentence about `{code}`: `{code} is for the operator of the receiving server to mend.`
    pub act: Prose,
}

impl Actors {
    /// The words for `actor`.
    pub fn get(&self, actor: Actor) -> &ActorText {
        match actor {
            Actor::ClientUser => &self.client_user,
            Actor::ClientOperator => &self.client_operator,
            Actor::Recipient => &self.recipient,
            Actor::ServerOperator => &self.server_operator,
            Actor::Developer => &self.developer,
            Actor::Network => &self.network,
            Actor::Nobody => &self.nobody,
        }
    }
}

/// One code.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Id of its protocol.
    pub protocol: String,
    /// As on the wire; for dotted codes the detail, `X.2.1`.
    pub code: String,
    /// Our short English name in Title Case; left out where the code has no meaning of its own.
    pub name: Option<String>,
    /// The name in SCREAMING_SNAKE_CASE.
    pub constant: Option<String>,
    /// Other names that people use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The specification's own words, whole; left out where it gives none.
    pub phrase: Option<String>,
    /// Id of its class, in protocols that have classes.
    pub class: Option<String>,
    /// What came of the request; left out for dotted codes, whose class says it.
    pub outcome: Option<Outcome>,
    /// How far it is standardized.
    pub status: Status,
    /// For an `unofficial` code: whose it is, if one can be named.
    pub vendor: Option<String>,
    /// Whether the same request may be made again; left out for dotted codes, whose class says it.
    pub retry: Option<Retry>,
    /// Who can act on it, most likely first.
    pub actors: Vec<Actor>,
    /// For dotted codes: the digits of the classes with which the detail makes sense.
    #[serde(default)]
    pub classes: Vec<String>,
    /// For dotted codes: where the document itself limits the detail to those classes, in its own words.
    pub limited_by: Option<Reference>,
    /// In a companion protocol: the codes of the other one that a registry associates with it, `550`.
    #[serde(default)]
    pub associated: Vec<String>,
    /// In a companion protocol: further codes of the other one that servers send it with.
    #[serde(default)]
    pub seen_with: Vec<String>,
    /// What happens to the session; left out in protocols without one.
    pub connection: Option<Connection>,
    /// The commands that it answers; left out in protocols without them.
    pub commands: Option<Vec<String>>,
    /// Where the code is defined, most important first.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Documents that a registry names for it though they don't speak of it themselves: what it is about.
    #[serde(default)]
    pub background: Vec<String>,
    /// Real-looking replies on the wire, with example names and addresses only.
    #[serde(default)]
    pub examples: Vec<String>,
    /// One sentence: what this code says.
    pub gist: Prose,
    /// What it means.
    pub description: Prose,
    /// When one sees it: the concrete situations.
    pub when: Prose,
    /// What to do about it.
    pub fix: Prose,
    /// For who implements a server: when to send this one rather than its neighbours.
    #[serde(rename = "use")]
    pub use_: Prose,
    /// One sentence that a comparison can put against any other code's.
    pub choose: Prose,
    /// Meanings that documents give it for particular commands.
    #[serde(default, rename = "meaning")]
    pub meanings: Vec<Meaning>,
    /// For dotted codes: what differs when the detail is seen through a class, by the class's digit.
    #[serde(default)]
    pub through: BTreeMap<String, View>,
}

/// A meaning that a document gives a code for particular commands; what is left out is as for the code itself.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// The commands it answers there.
    #[serde(default)]
    pub commands: Vec<String>,
    /// The document's words.
    pub phrase: Option<String>,
    /// Where that is defined.
    pub reference: Reference,
    /// The outcome, if it differs.
    pub outcome: Option<Outcome>,
    /// The retry advice, if it differs.
    pub retry: Option<Retry>,
    /// What it means there, and what to do.
    pub text: Prose,
}

/// What differs when a dotted code is seen through a class.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The outcome, if it is not the class's.
    pub outcome: Option<Outcome>,
    /// The retry advice, if it is not the class's.
    pub retry: Option<Retry>,
    /// Who can act, if others than for the detail.
    pub actors: Option<Vec<Actor>>,
    /// Real-looking replies with this class.
    #[serde(default)]
    pub examples: Vec<String>,
    /// In place of the detail's `gist`.
    pub gist: Option<Prose>,
    /// In place of the detail's `description`.
    pub description: Option<Prose>,
    /// In place of the detail's `when`.
    pub when: Option<Prose>,
    /// In place of the detail's `fix`.
    pub fix: Option<Prose>,
    /// In place of the detail's `use`.
    #[serde(rename = "use")]
    pub use_: Option<Prose>,
    /// In place of the detail's `choose`.
    pub choose: Option<Prose>,
}

/// A place in a document that speaks of a code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Id of the document.
    pub document: String,
    /// Number of the section in which the code stands; left out only if the document has no sections.
    pub section: Option<String>,
    /// A few of its words, verbatim.
    pub says: Option<String>,
}

/// A pair of codes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The two codes, each as `protocol:code` or `protocol:CONSTANT`.
    pub codes: [String; 2],
    /// What the second is to the first.
    pub kind: RelationKind,
    /// How the two differ and how to choose.
    pub text: Prose,
}

/// What one code is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// People take one for the other.
    ConfusedWith,
    /// The second is the enhanced code that goes with the first.
    EnhancedForm,
    /// The second is the basic code that goes with the first.
    BasicForm,
    /// The second is what corresponds in another protocol.
    Counterpart,
    /// Worth reading too.
    SeeAlso,
}

impl RelationKind {
    /// The kind seen from the other side.
    pub fn reversed(self) -> Self {
        match self {
            RelationKind::EnhancedForm => RelationKind::BasicForm,
            RelationKind::BasicForm => RelationKind::EnhancedForm,
            same => same,
        }
    }
}

/// What came of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It goes on.
    Informational,
    /// It was done.
    Success,
    /// The server waits for more.
    Intermediate,
    /// Another place has to be asked.
    Redirection,
    /// It failed for now.
    Transient,
    /// It failed for good.
    Permanent,
    /// It failed, and the specification does not say whether that will last.
    Failure,
}

/// How far a code is standardized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A standard defines it.
    Standard,
    /// An experimental document defines it.
    Experimental,
    /// Only a draft defines it.
    Draft,
    /// Its document advises against it.
    Deprecated,
    /// Its document is historic.
    Historic,
    /// A later document took it out.
    Obsolete,
    /// Set aside, without a meaning.
    Reserved,
    /// A registry names it beside another code; no document defines it.
    Associated,
    /// No document defines it.
    Unofficial,
}

/// Whether the same request may be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Retry {
    /// There is no reason to.
    NotNeeded,
    /// The same request may succeed later.
    Later,
    /// Only once something was changed.
    AfterChange,
    /// It can't succeed.
    Never,
}

/// Who can act on a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// In mail, the sender.
    ClientUser,
    /// Who runs the sending server or the calling program.
    ClientOperator,
    /// Who the message is for.
    Recipient,
    /// Who runs the server that sent the code.
    ServerOperator,
    /// Who wrote one of the programs.
    Developer,
    /// Who runs what lies between the two.
    Network,
    /// No one need act.
    Nobody,
}

impl Actor {
    /// All of them, in the order of the data and of the generated tables.
    pub const ALL: [Actor; 7] = [
        Actor::ClientUser,
        Actor::ClientOperator,
        Actor::Recipient,
        Actor::ServerOperator,
        Actor::Developer,
        Actor::Network,
        Actor::Nobody,
    ];

    /// As in the data: `client-user`.
    pub fn id(self) -> &'static str {
        match self {
            Actor::ClientUser => "client-user",
            Actor::ClientOperator => "client-operator",
            Actor::Recipient => "recipient",
            Actor::ServerOperator => "server-operator",
            Actor::Developer => "developer",
            Actor::Network => "network",
            Actor::Nobody => "nobody",
        }
    }
}

/// What happens to the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Connection {
    /// It goes on.
    Kept,
    /// The server closes it.
    Closed,
    /// Either may happen.
    Either,
}

/// Sentences, one on a line in the file; a blank line begins a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(transparent)]
pub struct Prose(pub String);

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Prose(fold(&raw, " ")))
    }
}

/// Joins the lines of each paragraph with `joiner`; paragraphs come out separated by one `\n`.
pub(crate) fn fold(raw: &str, joiner: &str) -> String {
    let mut paragraphs = vec![Vec::new()];
    for line in raw.lines().map(str::trim) {
        match (line.is_empty(), paragraphs.last_mut()) {
            (false, Some(paragraph)) => paragraph.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.iter().map(|paragraph| paragraph.join(joiner)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn lines_join_and_blank_lines_part() {
        assert_eq!(fold("\nOne.\nTwo.\n\n\nThree.\n", " "), "One. Two.\nThree.");
        assert_eq!(fold("一。\n二。\n", ""), "一。二。");
        assert_eq!(fold("  \n", " "), "");
    }
}
