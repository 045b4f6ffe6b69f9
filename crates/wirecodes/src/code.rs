//! The handle of a code, and what hangs on it.

use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU32;
use core::str::FromStr;

use crate::class::{Class, Subject};
use crate::error::Error;
use crate::generated::{Lang, Protocol};
use crate::kinds::{Actor, Connection, Outcome, RelationKind, Retry, Status};
use crate::lookup::parse;
use crate::table::{MeaningRow, ReferenceRow, RelatedRow, Row, text};

/// A code of the dataset: a small handle, to be copied, compared, hashed and matched against.
///
/// It is four bytes, and so is `Option<Code>`. Its number inside the crate may change with the dataset: store what
/// [`Display`](fmt::Display) writes, `smtp:450`, and read it back with [`FromStr`].
///
/// ```
/// use wirecodes::{Code, smtp};
///
/// fn retry(code: Code) -> bool {
///     match code {
///         smtp::MAILBOX_UNAVAILABLE => true,
///         other => other.should_retry(),
///     }
/// }
/// assert!(retry(smtp::LOCAL_ERROR_IN_PROCESSING));
/// assert_eq!("smtp:450".parse(), Ok(smtp::MAILBOX_UNAVAILABLE));
/// assert_eq!(smtp::MAILBOX_UNAVAILABLE.to_string(), "smtp:450");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code(
    /// The protocol in the upper half, and in the lower one the slot: the index among the protocol's rows, plus one. In one
    /// number, since then `None` is 0 and a lookup returns what it has read from its table.
    NonZeroU32,
);

impl Code {
    /// The code in a slot of a protocol's table; 0 stands for none.
    #[inline]
    pub(crate) const fn in_slot(protocol: Protocol, slot: u16) -> Option<Code> {
        if slot == 0 {
            return None;
        }
        match NonZeroU32::new((protocol as u32) << 16 | slot as u32) {
            Some(packed) => Some(Code(packed)),
            None => None,
        }
    }

    /// For the generated constants.
    pub(crate) const fn constant_in_slot(protocol: Protocol, slot: u16) -> Code {
        match Code::in_slot(protocol, slot) {
            Some(code) => code,
            None => panic!("slots are counted from 1"),
        }
    }

    pub(crate) const fn index(self) -> usize {
        (self.0.get() & 0xffff) as usize - 1
    }

    fn row(self) -> &'static Row {
        &self.protocol().table().rows[self.index()]
    }

    /// Its protocol.
    #[must_use]
    pub const fn protocol(self) -> Protocol {
        Protocol::ALL[(self.0.get() >> 16) as usize]
    }

    /// The code as on the wire: `450`, `4.2.1`, `14`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().code
    }

    /// The number, in protocols whose codes are numbers.
    #[must_use]
    pub fn number(self) -> Option<u16> {
        self.row().number
    }

    /// Our short English name; none where the code has no meaning of its own. A name never changes once released.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.row().name
    }

    /// The name of its constant; none where it has no name.
    #[must_use]
    pub fn constant(self) -> Option<&'static str> {
        self.row().constant
    }

    /// Other names that people use for it.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// The specification's own words.
    #[must_use]
    pub fn phrase(self) -> Option<&'static str> {
        self.row().phrase
    }

    /// Its class, in protocols that have classes.
    #[must_use]
    pub fn class(self) -> Option<Class> {
        self.row().class.map(|index| Class::new(self.protocol(), index))
    }

    /// Its subject, in protocols that have subjects.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        self.row().subject.map(|index| Subject::new(self.protocol(), index))
    }

    /// What came of the request; none for a dotted code without its class, `X.2.1`.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.row().outcome
    }

    /// How far it is standardized.
    #[must_use]
    pub fn status(self) -> Status {
        self.row().status
    }

    /// For an unofficial code: whose it is, where one can be named.
    #[must_use]
    pub fn vendor(self) -> Option<&'static str> {
        self.row().vendor
    }

    /// Whether to make the same request again; none for a dotted code without its class.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        self.row().retry
    }

    /// Who can act on it, most likely first.
    #[must_use]
    pub fn actors(self) -> &'static [Actor] {
        self.row().actors
    }

    /// What happens to the session; none in protocols without one.
    #[must_use]
    pub fn connection(self) -> Option<Connection> {
        self.row().connection
    }

    /// The commands that it answers, by the specification's tables, with `connect`, `end-of-data` and `any`; none in
    /// protocols without commands.
    #[must_use]
    pub fn commands(self) -> Option<&'static [&'static str]> {
        self.row().commands
    }

    /// The meanings that documents give it for particular commands.
    pub fn meanings(self) -> impl ExactSizeIterator<Item = Meaning> {
        self.row().meanings.iter().enumerate().map(move |(index, row)| Meaning { code: self, index, row })
    }

    /// Where it is defined, most important first.
    pub fn references(self) -> impl ExactSizeIterator<Item = Reference> {
        self.row().references.iter().map(Reference)
    }

    /// The codes that it is related to.
    pub fn related(self) -> impl ExactSizeIterator<Item = Related> {
        self.row().related.iter().map(Related)
    }

    /// Real-looking replies on the wire, with example names and addresses.
    #[must_use]
    pub fn examples(self) -> &'static [&'static str] {
        self.row().examples
    }

    /// The other codes of the protocol that have the same number, as DNS has two with 16.
    pub fn namesakes(self) -> impl Iterator<Item = Code> {
        self.protocol().codes().filter(move |other| *other != self && other.as_str() == self.as_str())
    }

    /// The request was done.
    #[must_use]
    pub fn is_success(self) -> bool {
        self.outcome() == Some(Outcome::Success)
    }

    /// The request failed for now.
    #[must_use]
    pub fn is_transient(self) -> bool {
        self.outcome() == Some(Outcome::Transient)
    }

    /// The request failed for good.
    #[must_use]
    pub fn is_permanent(self) -> bool {
        self.outcome() == Some(Outcome::Permanent)
    }

    /// Whether the same request, unchanged, may succeed later.
    ///
    /// ```
    /// use wirecodes::smtp;
    /// assert!(smtp::MAILBOX_UNAVAILABLE.should_retry());
    /// assert!(!smtp::MAILBOX_PERMANENTLY_UNAVAILABLE.should_retry());
    /// ```
    #[must_use]
    pub fn should_retry(self) -> bool {
        self.retry() == Some(Retry::Later)
    }

    /// What it is called in a sentence: the number, or the constant in protocols where people use that.
    #[must_use]
    pub fn mention(self) -> &'static str {
        match self.constant() {
            Some(constant) if self.protocol().table().by_constant => constant,
            _ => self.as_str(),
        }
    }
}

/// By protocol, then in the order of the protocol's codes.
impl Ord for Code {
    fn cmp(&self, other: &Code) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Code) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Of several entries with one number, the number finds the first; the others go by their constants.
        let first = self.protocol().codes().find(|other| other.as_str() == self.as_str());
        let code = match self.constant() {
            Some(constant) if first != Some(*self) => constant,
            _ => self.as_str(),
        };
        write!(f, "{}:{code}", self.protocol())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

impl FromStr for Code {
    type Err = Error;

    /// Reads `smtp:450` or `grpc:UNAVAILABLE`.
    ///
    /// # Errors
    ///
    /// As [`parse`]; and [`UnknownCode`](crate::ErrorKind::UnknownCode) if the code is not in the dataset.
    fn from_str(text: &str) -> Result<Code, Error> {
        parse(text)?.ok_or_else(|| Error::unknown_code(text))
    }
}

/// The codes of a protocol in order: [`Protocol::codes`].
#[derive(Debug, Clone)]
pub struct Codes {
    protocol: Protocol,
    slots: core::ops::Range<u16>,
}

impl Codes {
    pub(crate) fn new(protocol: Protocol) -> Codes {
        Codes { protocol, slots: 1..protocol.table().rows.len() as u16 + 1 }
    }
}

impl Iterator for Codes {
    type Item = Code;

    fn next(&mut self) -> Option<Code> {
        Code::in_slot(self.protocol, self.slots.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.slots.size_hint()
    }
}

impl DoubleEndedIterator for Codes {
    fn next_back(&mut self) -> Option<Code> {
        Code::in_slot(self.protocol, self.slots.next_back()?)
    }
}

impl ExactSizeIterator for Codes {}

/// A document that defines codes.
#[derive(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Document {
    /// What it is cited by: `RFC 5321`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where to read it.
    pub url: &'static str,
}

/// A place in a document that speaks of a code.
#[derive(Debug, Clone, Copy)]
pub struct Reference(&'static ReferenceRow);

impl Reference {
    /// The document.
    #[must_use]
    pub fn document(self) -> &'static Document {
        self.0.document
    }

    /// The number of the section; none if the document has no sections.
    #[must_use]
    pub fn section(self) -> Option<&'static str> {
        self.0.section
    }

    /// Where to read it: the section, if there is one.
    #[must_use]
    pub fn url(self) -> &'static str {
        self.0.url
    }

    /// A few of the document's own words.
    #[must_use]
    pub fn says(self) -> Option<&'static str> {
        self.0.says
    }
}

/// Two references are equal if they point at the same place.
impl PartialEq for Reference {
    fn eq(&self, other: &Reference) -> bool {
        (self.document().id, self.section()) == (other.document().id, other.section())
    }
}

impl Eq for Reference {}

/// `RFC 5321, 4.2.3`
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.document.id)?;
        match self.0.section {
            Some(section) => write!(f, ", {section}"),
            None => Ok(()),
        }
    }
}

/// A meaning that a document gives a code for particular commands: [`Code::meanings`].
#[derive(Debug, Clone, Copy)]
pub struct Meaning {
    code: Code,
    index: usize,
    row: &'static MeaningRow,
}

impl Meaning {
    /// The commands it answers there.
    #[must_use]
    pub fn commands(self) -> &'static [&'static str] {
        self.row.commands
    }

    /// The document's words.
    #[must_use]
    pub fn phrase(self) -> Option<&'static str> {
        self.row.phrase
    }

    /// Where that is defined.
    #[must_use]
    pub fn reference(self) -> Reference {
        Reference(&self.row.reference)
    }

    /// The outcome, if it differs from the code's own.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.row.outcome
    }

    /// The retry advice, if it differs from the code's own.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        self.row.retry
    }

    /// What it means there, and what to do.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        text(lang, |texts| {
            let code = &texts.codes[self.code.protocol() as usize][self.code.index()];
            code.meanings[self.index]
        })
        .0
    }
}

/// A code that another one is related to, and how: [`Code::related`].
#[derive(Debug, Clone, Copy)]
pub struct Related(&'static RelatedRow);

impl Related {
    /// The other code.
    #[must_use]
    pub fn code(self) -> Code {
        self.0.code
    }

    /// What it is to the first.
    #[must_use]
    pub fn kind(self) -> RelationKind {
        self.0.kind
    }

    /// How the two differ and how to choose.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        text(lang, |texts| texts.relations[usize::from(self.0.text)]).0
    }
}
