//! The handle of a code, and what hangs on it.

use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU32;
use core::str::FromStr;

use crate::class::{Class, Subject};
use crate::error::Error;
use crate::generated::{Lang, Message, Protocol};
use crate::kinds::{Actor, Connection, Outcome, RelationKind, Retry, Status};
use crate::lookup::parse;
use crate::sentence::Sentence;
use crate::table::{EntryRow, Form, MeaningRow, ReferenceRow, RelatedRow, Row, text};

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

    /// The code in a row of a protocol's table.
    pub(crate) fn in_row(protocol: Protocol, index: usize) -> Option<Code> {
        let slot = (index < protocol.table().rows.len()).then_some(index as u16 + 1)?;
        Code::in_slot(protocol, slot)
    }

    /// For the generated constants.
    pub(crate) const fn constant_in_slot(protocol: Protocol, slot: u16) -> Code {
        match Code::in_slot(protocol, slot) {
            Some(code) => code,
            None => panic!("slots are counted from 1"),
        }
    }

    /// Its place among the codes of its protocol, from 0: for a table of one's own beside the dataset, of
    /// [`Protocol::rows`](Protocol::rows) places. It may change with the dataset.
    ///
    /// ```
    /// use wirecodes::{Protocol, smtp};
    ///
    /// let mut seen = vec![0; Protocol::Smtp.rows()];
    /// seen[smtp::MAILBOX_UNAVAILABLE.index()] += 1;
    /// ```
    #[must_use]
    pub const fn index(self) -> usize {
        (self.0.get() & 0xffff) as usize - 1
    }

    pub(crate) fn text_index(self) -> usize {
        usize::from(self.row().text)
    }

    fn row(self) -> &'static Row {
        &self.protocol().table().rows[self.index()]
    }

    fn entry(self) -> &'static EntryRow {
        let table = self.protocol().table();
        &table.entries[usize::from(table.rows[self.index()].entry)]
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
        self.entry().number
    }

    /// Our short English name; none where the code has no meaning of its own. A name never changes once released.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.entry().name
    }

    /// The name of its constant; none where it has no name. That of a dotted code belongs to its detail.
    #[must_use]
    pub fn constant(self) -> Option<&'static str> {
        self.entry().constant
    }

    /// Other names that people use for it.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        self.entry().aliases
    }

    /// The specification's own words.
    #[must_use]
    pub fn phrase(self) -> Option<&'static str> {
        self.entry().phrase
    }

    /// Its class, in protocols that have classes.
    #[must_use]
    pub fn class(self) -> Option<Class> {
        self.row().class.map(|index| Class::new(self.protocol(), index))
    }

    /// Its subject, in protocols that have subjects.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        self.entry().subject.map(|index| Subject::new(self.protocol(), index))
    }

    /// What came of the request; none for a dotted code without its class, `X.2.1`.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.row().outcome
    }

    /// How far it is standardized.
    #[must_use]
    pub fn status(self) -> Status {
        self.entry().status
    }

    /// For an unofficial code: whose it is, where one can be named.
    #[must_use]
    pub fn vendor(self) -> Option<&'static str> {
        self.entry().vendor
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
        self.entry().connection
    }

    /// The commands that it answers, by the specification's tables, with `connect`, `end-of-data` and `any`; none in
    /// protocols without commands.
    #[must_use]
    pub fn commands(self) -> Option<&'static [&'static str]> {
        self.entry().commands
    }

    /// The meanings that documents give it for particular commands.
    pub fn meanings(self) -> impl ExactSizeIterator<Item = Meaning> {
        self.entry().meanings.iter().enumerate().map(move |(index, row)| Meaning { code: self, index, row })
    }

    /// Where it is defined, most important first.
    pub fn references(self) -> impl ExactSizeIterator<Item = Reference> {
        self.entry().references.iter().map(Reference)
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

    /// For a dotted code: its detail, `X.2.2` for 4.2.2; none in other protocols.
    ///
    /// ```
    /// use wirecodes::smtp_enhanced;
    ///
    /// let full = smtp_enhanced::lookup(4, 2, 2).unwrap();
    /// assert_eq!(full.detail(), Some(smtp_enhanced::MAILBOX_FULL));
    /// assert_eq!(smtp_enhanced::MAILBOX_FULL.as_str(), "X.2.2");
    /// ```
    #[must_use]
    pub fn detail(self) -> Option<Code> {
        let table = self.protocol().table();
        if table.form != Form::Dotted {
            return None;
        }
        Code::in_slot(self.protocol(), (self.index() as u16 / table.stride()) * table.stride() + 1)
    }

    /// For a dotted code: its detail seen through each class, whether it makes sense there or not; none in other protocols.
    ///
    /// ```
    /// use wirecodes::smtp_enhanced;
    ///
    /// let views: Vec<_> = smtp_enhanced::MAILBOX_FULL.views().map(|code| code.as_str()).collect();
    /// assert_eq!(views, ["2.2.2", "4.2.2", "5.2.2"]);
    /// ```
    pub fn views(self) -> impl Iterator<Item = Code> {
        let (protocol, stride) = (self.protocol(), self.protocol().table().stride());
        let slots = self.detail().map(|detail| detail.index() as u16 + 2..detail.index() as u16 + 1 + stride);
        slots.into_iter().flatten().filter_map(move |slot| Code::in_slot(protocol, slot))
    }

    /// For a dotted code: its detail seen through a class, by the class's digit; none if there is no such class.
    ///
    /// ```
    /// use wirecodes::smtp_enhanced::MAILBOX_FULL;
    ///
    /// assert!(MAILBOX_FULL.through(4).is_some_and(|code| code.is_transient()));
    /// assert!(MAILBOX_FULL.through(5).is_some_and(|code| code.is_permanent()));
    /// assert_eq!(MAILBOX_FULL.through(3), None);
    /// ```
    #[must_use]
    pub fn through(self, class: u16) -> Option<Code> {
        let offset = *self.protocol().table().views.get(usize::from(class))?;
        let detail = self.detail().filter(|_| offset > 0)?;
        Code::in_slot(self.protocol(), detail.index() as u16 + 1 + u16::from(offset))
    }

    /// For a dotted code: the classes with which its detail makes sense.
    pub fn classes(self) -> impl ExactSizeIterator<Item = Class> {
        self.entry().classes.iter().map(move |&index| Class::new(self.protocol(), index))
    }

    /// Where the document itself limits the detail to those classes; [`Reference::says`] has its words.
    #[must_use]
    pub fn limited_by(self) -> Option<Reference> {
        self.entry().limited_by.as_ref().map(Reference)
    }

    /// Whether its class is one with which its detail makes sense. Always true of codes that are not dotted.
    ///
    /// ```
    /// use wirecodes::smtp_enhanced;
    ///
    /// assert!(smtp_enhanced::lookup(5, 1, 1).unwrap().is_meant());
    /// assert!(!smtp_enhanced::lookup(2, 1, 1).unwrap().is_meant());
    /// ```
    #[must_use]
    pub fn is_meant(self) -> bool {
        self.entry().classes.is_empty() || self.row().class.is_none_or(|class| self.entry().classes.contains(&class))
    }

    /// Whether it [is meant](Code::is_meant) or servers send it all the same, so that the dataset has texts of its own for it.
    ///
    /// ```
    /// use wirecodes::smtp_enhanced;
    ///
    /// // RFC 3463 wants a transient failure for a full mailbox; the field is full of 5.2.2.
    /// let full = smtp_enhanced::lookup(5, 2, 2).unwrap();
    /// assert!(!full.is_meant() && full.is_in_use());
    /// assert!(!smtp_enhanced::lookup(2, 2, 2).unwrap().is_in_use());
    /// ```
    #[must_use]
    pub fn is_in_use(self) -> bool {
        self.is_meant() || self.detail().is_some_and(|detail| detail.text_index() != self.text_index())
    }

    /// What is to be known of a dotted code whose class is not one with which its detail makes sense.
    #[must_use]
    pub fn note(self, lang: Lang) -> Option<Sentence> {
        let message = match self.limited_by() {
            _ if self.is_meant() => return None,
            Some(_) => Message::CodeLimited,
            None => Message::CodeUnlikely,
        };
        Some(Sentence::new(lang, message, self, self))
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
        let code = match self.constant() {
            Some(constant) if self.namesakes().any(|other| other < *self) => constant,
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
    slots: core::iter::StepBy<core::ops::Range<u16>>,
}

impl Codes {
    pub(crate) fn new(protocol: Protocol) -> Codes {
        let table = protocol.table();
        Codes { protocol, slots: (1..table.rows.len() as u16 + 1).step_by(usize::from(table.stride())) }
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
            let code = &texts.codes[self.code.protocol() as usize][self.code.text_index()];
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

    /// How the two differ and how to choose; none for a reply code and an enhanced code that go together, where no more is
    /// to be said.
    #[must_use]
    pub fn text(self, lang: Lang) -> Option<&'static str> {
        let index = usize::from(self.0.text?);
        Some(text(lang, |texts| texts.relations[index]).0)
    }
}
