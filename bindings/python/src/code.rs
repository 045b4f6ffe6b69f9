//! Codes. There is one object for each, made when it is first asked for.

use std::cmp::Ordering;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyAny, PyBool, PyString, PyTuple};

use crate::groups::{self, Class, Subject};
use crate::input::{ENGLISH, Lang, reference};
use crate::kinds::{Kind, member};
use crate::parts::{Meaning, Reference, Related, Text, references, string, strings};
use crate::pickle::{Reduced, call};
use crate::render;

/// A code of the dataset. `Code('smtp:450')` is the one object for that code, the same that `lookup` finds.
#[pyclass(frozen, eq, ord, hash, module = "wirecodes")]
pub(crate) struct Code {
    pub(crate) inner: wirecodes::Code,
    texts: Vec<PyOnceLock<Py<Text>>>,
    /// Id of its protocol.
    #[pyo3(get)]
    protocol: Py<PyString>,
    /// The code as on the wire: `450`, `4.2.1`, `14`.
    #[pyo3(get)]
    code: Py<PyString>,
    /// The number, in protocols whose codes are numbers.
    #[pyo3(get)]
    number: Py<PyAny>,
    /// Our short English name; `None` where the code has no meaning of its own.
    #[pyo3(get)]
    name: Py<PyAny>,
    /// The name of its constant; that of a dotted code belongs to its detail.
    #[pyo3(get)]
    constant: Py<PyAny>,
    /// Other names that people use for it.
    #[pyo3(get)]
    aliases: Py<PyTuple>,
    /// The specification's own words.
    #[pyo3(get)]
    phrase: Py<PyAny>,
    /// Its class, in protocols that have classes.
    #[pyo3(get)]
    class_: Py<PyAny>,
    /// Its subject, in protocols that have subjects.
    #[pyo3(get)]
    subject: Py<PyAny>,
    /// What came of the request; `None` for a dotted code without its class.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// How far it is standardized.
    #[pyo3(get)]
    status: Py<PyAny>,
    /// For an unofficial code: whose it is, where one can be named.
    #[pyo3(get)]
    vendor: Py<PyAny>,
    /// Whether to make the same request again; `None` for a dotted code without its class.
    #[pyo3(get)]
    retry: Py<PyAny>,
    /// Who can act on it, most likely first.
    #[pyo3(get)]
    actors: Py<PyTuple>,
    /// What happens to the session; `None` in protocols without one.
    #[pyo3(get)]
    connection: Py<PyAny>,
    /// The commands that it answers, with `connect`, `end-of-data` and `any`; `None` in protocols without commands.
    #[pyo3(get)]
    commands: Py<PyAny>,
    /// The meanings that documents give it for particular commands.
    #[pyo3(get)]
    meanings: Py<PyTuple>,
    /// Where it is defined, most important first.
    #[pyo3(get)]
    references: Py<PyTuple>,
    /// The codes that it is related to.
    #[pyo3(get)]
    related: Py<PyTuple>,
    /// Real-looking replies on the wire.
    #[pyo3(get)]
    examples: Py<PyTuple>,
    /// The request was done.
    #[pyo3(get)]
    is_success: Py<PyBool>,
    /// The request failed for now.
    #[pyo3(get)]
    is_transient: Py<PyBool>,
    /// The request failed for good.
    #[pyo3(get)]
    is_permanent: Py<PyBool>,
    /// Whether the same request, unchanged, may succeed later.
    #[pyo3(get)]
    should_retry: Py<PyBool>,
    /// For a dotted code: the classes with which its detail makes sense.
    #[pyo3(get)]
    classes: Py<PyTuple>,
    /// Where the document itself limits the detail to those classes.
    #[pyo3(get)]
    limited_by: Py<PyAny>,
    /// Whether its class is one with which its detail makes sense. Always true of codes that are not dotted.
    #[pyo3(get)]
    is_meant: Py<PyBool>,
    /// Whether it is meant, or servers send it all the same.
    #[pyo3(get)]
    is_in_use: Py<PyBool>,
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.inner == other.inner
    }
}

impl Eq for Code {}

impl std::hash::Hash for Code {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.inner.hash(state);
    }
}

/// By protocol, then in the order of the protocol's codes.
impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Code) -> Option<Ordering> {
        Some(self.inner.cmp(&other.inner))
    }
}

/// The object of a code.
#[inline]
pub(crate) fn object(py: Python<'_>, code: wirecodes::Code) -> PyResult<Py<Code>> {
    static OBJECTS: PyOnceLock<Vec<Vec<PyOnceLock<Py<Code>>>>> = PyOnceLock::new();
    let objects = OBJECTS.get_or_init(py, || {
        let places = |protocol: &wirecodes::Protocol| (0..protocol.rows()).map(|_| PyOnceLock::new()).collect();
        wirecodes::Protocol::ALL.iter().map(places).collect()
    });
    let place = &objects[code.protocol() as usize][code.index()];
    match place.get(py) {
        Some(object) => Ok(object.clone_ref(py)),
        None => Ok(place.get_or_try_init(py, || Py::new(py, Code::new(py, code)?))?.clone_ref(py)),
    }
}

/// The object of a code, or `None`.
pub(crate) fn optional(py: Python<'_>, code: Option<wirecodes::Code>) -> PyResult<Option<Py<Code>>> {
    code.map(|code| object(py, code)).transpose()
}

/// Codes as objects.
pub(crate) fn objects(py: Python<'_>, codes: impl Iterator<Item = wirecodes::Code>) -> PyResult<Vec<Py<Code>>> {
    codes.map(|code| object(py, code)).collect()
}

impl Code {
    #[cold]
    fn new(py: Python<'_>, inner: wirecodes::Code) -> PyResult<Code> {
        let any = |object: Bound<'_, PyAny>| object.unbind();
        let truth = |value: bool| PyBool::new(py, value).to_owned().unbind();
        let tuple = |objects: Vec<Py<PyAny>>| PyResult::Ok(PyTuple::new(py, objects)?.unbind());
        let actors = inner.actors().iter().map(|actor| actor.member(py)).collect::<PyResult<Vec<_>>>()?;
        let meanings = inner.meanings().map(|of| Ok(Py::new(py, Meaning::new(py, of)?)?.into_any()));
        let related = inner.related().map(|of| Ok(Py::new(py, Related::new(py, of)?)?.into_any()));
        Ok(Code {
            inner,
            texts: wirecodes::Lang::ALL.iter().map(|_| PyOnceLock::new()).collect(),
            protocol: PyString::intern(py, inner.protocol().id()).unbind(),
            code: PyString::intern(py, inner.as_str()).unbind(),
            number: any(inner.number().into_pyobject(py)?),
            name: string(py, inner.name()),
            constant: string(py, inner.constant()),
            aliases: strings(py, inner.aliases())?,
            phrase: string(py, inner.phrase()),
            class_: match inner.class() {
                Some(class) => Py::new(py, Class::new(py, class)?)?.into_any(),
                None => py.None(),
            },
            subject: match inner.subject() {
                Some(subject) => Py::new(py, Subject::new(subject))?.into_any(),
                None => py.None(),
            },
            outcome: member(py, inner.outcome())?,
            status: inner.status().member(py)?,
            vendor: string(py, inner.vendor()),
            retry: member(py, inner.retry())?,
            actors: tuple(actors)?,
            connection: member(py, inner.connection())?,
            commands: match inner.commands() {
                Some(commands) => strings(py, commands)?.into_any(),
                None => py.None(),
            },
            meanings: tuple(meanings.collect::<PyResult<_>>()?)?,
            references: references(py, inner.references())?,
            related: tuple(related.collect::<PyResult<_>>()?)?,
            examples: strings(py, inner.examples())?,
            is_success: truth(inner.is_success()),
            is_transient: truth(inner.is_transient()),
            is_permanent: truth(inner.is_permanent()),
            should_retry: truth(inner.should_retry()),
            classes: groups::classes(py, inner.classes())?,
            limited_by: match inner.limited_by() {
                Some(reference) => Py::new(py, Reference::new(reference))?.into_any(),
                None => py.None(),
            },
            is_meant: truth(inner.is_meant()),
            is_in_use: truth(inner.is_in_use()),
        })
    }
}

#[pymethods]
impl Code {
    /// For `match`: `case Code("smtp", "450")`.
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("protocol", "code")
    }

    #[new]
    #[pyo3(signature = (reference, /))]
    fn find(py: Python<'_>, reference: &Bound<'_, PyAny>) -> PyResult<Py<Code>> {
        object(py, self::reference(reference)?)
    }

    /// What it is called in a sentence: the number, or the constant in protocols where people use that.
    #[getter]
    fn mention(&self) -> &'static str {
        self.inner.mention()
    }

    /// For a dotted code: its detail, `X.2.2` for 4.2.2; `None` in other protocols.
    #[getter]
    fn detail(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        optional(py, self.inner.detail())
    }

    /// For a dotted code: its detail seen through each class, whether it makes sense there or not.
    #[getter]
    fn views(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        Ok(PyTuple::new(py, objects(py, self.inner.views())?)?.unbind())
    }

    /// The other codes of the protocol that have the same number.
    #[getter]
    fn namesakes(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        Ok(PyTuple::new(py, objects(py, self.inner.namesakes())?)?.unbind())
    }

    /// For a dotted code: its detail seen through a class, by the class's digit; `None` if there is no such class.
    #[pyo3(signature = (digit, /))]
    fn through(&self, py: Python<'_>, digit: i64) -> PyResult<Option<Py<Code>>> {
        optional(py, u16::try_from(digit).ok().and_then(|digit| self.inner.through(digit)))
    }

    /// Its texts in a language; where one is not translated it is English, and `untranslated` names it.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn text(&self, py: Python<'_>, lang: Lang) -> PyResult<Py<Text>> {
        let place = &self.texts[lang.0 as usize];
        Ok(place.get_or_try_init(py, || Py::new(py, Text::new(py, self.inner, lang.0)?))?.clone_ref(py))
    }

    /// What is to be known of a dotted code whose class is not one with which its detail makes sense.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn note(&self, lang: Lang) -> Option<String> {
        self.inner.note(lang.0).map(|note| note.to_string())
    }

    /// As text for a terminal.
    #[pyo3(signature = (lang = ENGLISH, width = 80), text_signature = "($self, lang='en', width=80)")]
    fn to_text(&self, lang: Lang, width: usize) -> String {
        wirecodes_render::text::code(self.inner, lang.0, render::plain(width))
    }

    /// As Markdown.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_markdown(&self, lang: Lang) -> String {
        wirecodes_render::markdown::code(self.inner, lang.0)
    }

    /// As a self-contained HTML page.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_html(&self, lang: Lang) -> String {
        wirecodes_render::html::code(self.inner, lang.0)
    }

    /// As JSON, in the documented form.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_json(&self, lang: Lang) -> String {
        wirecodes_render::json::code(self.inner, lang.0)
    }

    /// As a dict, in the documented form of the JSON.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json(lang))
    }

    fn __str__(&self) -> String {
        self.inner.to_string()
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.Code('{}')", self.inner)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(String,)> {
        call(py, "Code", (self.inner.to_string(),))
    }
}
