//! What hangs on a code: documents, references, meanings, relations, texts.

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::code;
use crate::input::{ENGLISH, Lang};
use crate::kinds::{Kind, member};

/// Strings as a tuple.
pub(crate) fn strings<S: AsRef<str>>(py: Python<'_>, strings: &[S]) -> PyResult<Py<PyTuple>> {
    Ok(PyTuple::new(py, strings.iter().map(AsRef::as_ref))?.unbind())
}

/// A string or `None`.
pub(crate) fn string(py: Python<'_>, string: Option<&str>) -> Py<PyAny> {
    string.map_or_else(|| py.None(), |string| PyString::new(py, string).into_any().unbind())
}

/// A document that defines codes.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Document {
    inner: &'static wirecodes::Document,
}

#[pymethods]
impl Document {
    /// What it is cited by: `RFC 5321`.
    #[getter]
    fn id(&self) -> &'static str {
        self.inner.id
    }

    /// Its title.
    #[getter]
    fn title(&self) -> &'static str {
        self.inner.title
    }

    /// Where to read it.
    #[getter]
    fn url(&self) -> &'static str {
        self.inner.url
    }

    fn __str__(&self) -> &'static str {
        self.inner.id
    }

    fn __repr__(&self) -> String {
        format!("<Document {}>", self.inner.id)
    }
}

/// A place in a document that speaks of a code. Two are equal if they point at the same place.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
pub(crate) struct Reference {
    inner: wirecodes::Reference,
}

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner
    }
}

impl Eq for Reference {}

impl std::hash::Hash for Reference {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.inner.document().id, self.inner.section()).hash(state);
    }
}

impl Reference {
    pub(crate) fn new(inner: wirecodes::Reference) -> Reference {
        Reference { inner }
    }
}

/// References as a tuple.
pub(crate) fn references(py: Python<'_>, of: impl Iterator<Item = wirecodes::Reference>) -> PyResult<Py<PyTuple>> {
    let references = of.map(|inner| Py::new(py, Reference { inner })).collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(py, references)?.unbind())
}

#[pymethods]
impl Reference {
    /// The document.
    #[getter]
    fn document(&self) -> Document {
        Document { inner: self.inner.document() }
    }

    /// The number of the section; `None` if the document has no sections.
    #[getter]
    fn section(&self) -> Option<&'static str> {
        self.inner.section()
    }

    /// Where to read it: the section, if there is one.
    #[getter]
    fn url(&self) -> &'static str {
        self.inner.url()
    }

    /// A few of the document's own words.
    #[getter]
    fn says(&self) -> Option<&'static str> {
        self.inner.says()
    }

    fn __str__(&self) -> String {
        self.inner.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Reference {}>", self.inner)
    }
}

/// A meaning that a document gives a code for particular commands.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Meaning {
    inner: wirecodes::Meaning,
    /// The commands it answers there.
    #[pyo3(get)]
    commands: Py<PyTuple>,
    /// The document's words.
    #[pyo3(get)]
    phrase: Py<PyAny>,
    /// Where that is defined.
    #[pyo3(get)]
    reference: Py<Reference>,
    /// The outcome, if it differs from the code's own.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// The retry advice, if it differs from the code's own.
    #[pyo3(get)]
    retry: Py<PyAny>,
}

impl Meaning {
    pub(crate) fn new(py: Python<'_>, inner: wirecodes::Meaning) -> PyResult<Meaning> {
        Ok(Meaning {
            inner,
            commands: strings(py, inner.commands())?,
            phrase: string(py, inner.phrase()),
            reference: Py::new(py, Reference::new(inner.reference()))?,
            outcome: member(py, inner.outcome())?,
            retry: member(py, inner.retry())?,
        })
    }
}

#[pymethods]
impl Meaning {
    /// What it means there, and what to do.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn text(&self, lang: Lang) -> &'static str {
        self.inner.text(lang.0)
    }

    fn __repr__(&self) -> String {
        format!("<Meaning for {}, {}>", self.inner.commands().join(", "), self.inner.reference())
    }
}

/// A code that another one is related to, and how.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Related {
    inner: wirecodes::Related,
    /// What the other code is to the first.
    #[pyo3(get)]
    kind: Py<PyAny>,
}

impl Related {
    pub(crate) fn new(py: Python<'_>, inner: wirecodes::Related) -> PyResult<Related> {
        Ok(Related { inner, kind: inner.kind().member(py)? })
    }
}

#[pymethods]
impl Related {
    /// The other code.
    #[getter]
    fn code(&self, py: Python<'_>) -> PyResult<Py<code::Code>> {
        code::object(py, self.inner.code())
    }

    /// How the two differ and how to choose; `None` for a reply code and an enhanced code that go together, where no more is
    /// to be said.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn text(&self, lang: Lang) -> Option<&'static str> {
        self.inner.text(lang.0)
    }

    fn __repr__(&self) -> String {
        format!("<Related {} {}>", self.inner.kind(), self.inner.code())
    }
}

/// What is said of a code in one language.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Text {
    code: wirecodes::Code,
    /// Tag of the language that the texts are in.
    #[pyo3(get)]
    lang: Py<PyString>,
    /// The name in this language; `None` for a code without a name.
    #[pyo3(get)]
    name: Py<PyAny>,
    /// One sentence: what this code says.
    #[pyo3(get)]
    gist: Py<PyString>,
    /// What it means.
    #[pyo3(get)]
    description: Py<PyString>,
    /// When one sees it: the concrete situations.
    #[pyo3(get)]
    when: Py<PyString>,
    /// What to do about it.
    #[pyo3(get)]
    fix: Py<PyString>,
    /// For who implements a server: when to send this one rather than its neighbours.
    #[pyo3(get, name = "use")]
    use_: Py<PyString>,
    /// One sentence that a comparison can put against any other code's.
    #[pyo3(get)]
    choose: Py<PyString>,
    /// The names of the fields that are in English although another language was asked for.
    #[pyo3(get)]
    untranslated: Py<PyTuple>,
}

impl Text {
    pub(crate) fn new(py: Python<'_>, code: wirecodes::Code, lang: wirecodes::Lang) -> PyResult<Text> {
        let text = code.text(lang);
        let string = |text: &str| PyString::new(py, text).unbind();
        Ok(Text {
            code,
            lang: PyString::intern(py, text.lang.tag()).unbind(),
            name: self::string(py, text.name),
            gist: string(text.gist),
            description: string(text.description),
            when: string(text.when),
            fix: string(text.fix),
            use_: string(text.use_),
            choose: string(text.choose),
            untranslated: strings(py, &text.untranslated().collect::<Vec<_>>())?,
        })
    }
}

#[pymethods]
impl Text {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("wirecodes.Code('{}').text('{}')", self.code, self.lang.to_str(py)?))
    }
}
