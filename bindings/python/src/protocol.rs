//! Protocols: `wirecodes.smtp` and its like.

use pyo3::exceptions::PyAttributeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyString, PyTuple};

use crate::code::{self, Code};
use crate::error::{raise, wrong_type};
use crate::family::Family;
use crate::groups;
use crate::input::{self, ENGLISH, Lang, code_text};
use crate::interpretation::Interpretation;
use crate::pickle::{Reduced, call};

/// A protocol and its codes: `wirecodes.smtp[450]`, `wirecodes.smtp.MAILBOX_UNAVAILABLE`.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
pub(crate) struct Protocol {
    pub(crate) inner: wirecodes::Protocol,
    /// By number the codes that were asked for, in protocols whose codes are numbers: as quick as a lookup can be.
    numbers: Vec<PyOnceLock<Py<Code>>>,
    /// Its id: `smtp`.
    #[pyo3(get)]
    id: Py<PyString>,
    /// What people call it: `SMTP`.
    #[pyo3(get)]
    name: Py<PyString>,
    /// The classes of its codes.
    #[pyo3(get)]
    classes: Py<PyTuple>,
    /// The subjects of its codes.
    #[pyo3(get)]
    subjects: Py<PyTuple>,
}

impl PartialEq for Protocol {
    fn eq(&self, other: &Protocol) -> bool {
        self.inner == other.inner
    }
}

impl Eq for Protocol {}

impl std::hash::Hash for Protocol {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.inner.hash(state);
    }
}

/// The objects of the protocols, in order.
pub(crate) fn all(py: Python<'_>) -> PyResult<&'static [Py<Protocol>]> {
    static ALL: PyOnceLock<Vec<Py<Protocol>>> = PyOnceLock::new();
    let make = || wirecodes::Protocol::ALL.iter().map(|&inner| Py::new(py, Protocol::new(py, inner)?)).collect();
    ALL.get_or_try_init(py, make).map(Vec::as_slice)
}

/// The object of a protocol that a caller names by its id or passes itself.
#[inline]
pub(crate) fn object(protocol: &Bound<'_, PyAny>) -> PyResult<&'static Py<Protocol>> {
    let all = all(protocol.py())?;
    // A program nearly always passes a literal, and Python keeps one object for each of those.
    match all.iter().find(|known| known.get().id.as_ptr() == protocol.as_ptr()) {
        Some(found) => Ok(found),
        None => Ok(&all[input::protocol(protocol)? as usize]),
    }
}

impl Protocol {
    fn new(py: Python<'_>, inner: wirecodes::Protocol) -> PyResult<Protocol> {
        let most = inner.codes().filter_map(wirecodes::Code::number).max();
        Ok(Protocol {
            inner,
            numbers: most.map_or_else(Vec::new, |most| (0..=most).map(|_| PyOnceLock::new()).collect()),
            id: PyString::intern(py, inner.id()).unbind(),
            name: PyString::intern(py, inner.name()).unbind(),
            classes: groups::classes(py, inner.classes())?,
            subjects: groups::subjects(py, inner.subjects())?,
        })
    }

    /// The code that an object names, if the dataset has it.
    #[inline]
    pub(crate) fn find(&self, code: &Bound<'_, PyAny>) -> PyResult<Option<Py<Code>>> {
        let py = code.py();
        if code.is_exact_instance_of::<PyInt>()
            && let Ok(number) = code.extract::<i64>()
            && let Some(place) = usize::try_from(number).ok().and_then(|number| self.numbers.get(number))
            && let Some(found) = place.get(py)
        {
            return Ok(Some(found.clone_ref(py)));
        }
        if let Ok(string) = code.cast_exact::<PyString>()
            && let Ok(text) = string.to_str()
        {
            let found = self.inner.lookup_text(text).map_err(|error| raise(py, error))?;
            return code::optional(py, found);
        }
        self.find_slowly(code)
    }

    /// The rest: numbers that were not asked for before, members of enumerations, strange types.
    #[cold]
    fn find_slowly(&self, code: &Bound<'_, PyAny>) -> PyResult<Option<Py<Code>>> {
        let py = code.py();
        if let Ok(code) = code.cast::<Code>() {
            let own = code.get().inner.protocol() == self.inner;
            return Ok(own.then(|| code.clone().unbind()));
        }
        let text = code_text(code)?;
        let Some(found) = self.inner.lookup_text(&text).map_err(|error| raise(py, error))? else { return Ok(None) };
        let object = code::object(py, found)?;
        if let Some(place) = found.number().and_then(|number| self.numbers.get(usize::from(number)))
            && found.namesakes().all(|other| other > found)
        {
            place.get_or_init(py, || object.clone_ref(py));
        }
        Ok(Some(object))
    }
}

#[pymethods]
impl Protocol {
    /// Name of the enumeration of its codes: `SmtpReply`.
    #[getter]
    fn enumeration(&self) -> &'static str {
        self.inner.enumeration()
    }

    /// All codes of the protocol, in order. Of dotted codes these are the details, `X.2.2`; `Code.views` has each with its
    /// classes.
    #[getter]
    fn codes(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        Ok(PyTuple::new(py, code::objects(py, self.inner.codes())?)?.unbind())
    }

    fn __getitem__(&self, code: &Bound<'_, PyAny>) -> PyResult<Py<Code>> {
        match self.find(code)? {
            Some(found) => Ok(found),
            None => Err(self.unknown(code)),
        }
    }

    /// The code, or `default` if the dataset does not have it.
    #[pyo3(signature = (code, default = None, /))]
    fn get(&self, py: Python<'_>, code: &Bound<'_, PyAny>, default: Option<Py<PyAny>>) -> PyResult<Py<PyAny>> {
        Ok(match self.find(code)? {
            Some(found) => found.into_any(),
            None => default.unwrap_or_else(|| py.None()),
        })
    }

    fn __contains__(&self, code: &Bound<'_, PyAny>) -> bool {
        matches!(self.find(code), Ok(Some(_)))
    }

    fn __iter__(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(self.codes(py)?.bind(py).try_iter()?.into_any().unbind())
    }

    fn __len__(&self) -> usize {
        self.inner.codes().len()
    }

    /// The constants.
    fn __getattr__(&self, py: Python<'_>, name: &Bound<'_, PyString>) -> PyResult<Py<Code>> {
        let text = input::text(name);
        let is_constant = text.bytes().any(|byte| byte.is_ascii_uppercase())
            && text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'));
        let found = if is_constant { self.inner.lookup_text(&text).ok().flatten() } else { None };
        match found.filter(|code| code.constant() == Some(&text) && code.protocol() == self.inner) {
            Some(code) => code::object(py, code),
            None => {
                Err(PyAttributeError::new_err(format!("protocol {} has no constant or attribute '{text}'", self.inner)))
            }
        }
    }

    fn __dir__(slf: &Bound<'_, Self>) -> PyResult<Vec<String>> {
        let mut names: Vec<String> = slf.get_type().dir()?.extract()?;
        names.extend(slf.get().inner.codes().filter_map(wirecodes::Code::constant).map(str::to_owned));
        Ok(names)
    }

    /// The code with this class, subject and detail, in protocols whose codes are dotted.
    #[pyo3(signature = (class_, subject, detail, /))]
    fn lookup_dotted(&self, py: Python<'_>, class_: i64, subject: i64, detail: i64) -> PyResult<Option<Py<Code>>> {
        let part = |part: i64| u16::try_from(part).ok();
        let parts = part(class_).zip(part(subject)).zip(part(detail));
        code::optional(
            py,
            parts.and_then(|((class, subject), detail)| self.inner.lookup_dotted(class, subject, detail)),
        )
    }

    /// What can be said of a well-formed code, known or not.
    #[pyo3(signature = (code, /))]
    fn interpret(&self, py: Python<'_>, code: &Bound<'_, PyAny>) -> PyResult<Interpretation> {
        Interpretation::new(py, self.inner, code_text(code)?)
    }

    /// The codes that share a class, a subject or both: `5.7`, `45z`; `None` if the text does not name a family.
    #[pyo3(signature = (text, /))]
    fn family(&self, py: Python<'_>, text: &str) -> PyResult<Option<Family>> {
        self.inner.family(text).map(|inner| Family::new(py, inner)).transpose()
    }

    /// Whether codes of the one travel beside codes of the other.
    #[pyo3(signature = (other, /))]
    fn is_companion(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.inner.is_companion(input::protocol(other)?))
    }

    /// What its codes are, in a few words: `SMTP reply codes`.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn title(&self, lang: Lang) -> &'static str {
        self.inner.title(lang.0)
    }

    /// What a client should make of a code that is not registered.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn unregistered(&self, lang: Lang) -> &'static str {
        self.inner.unregistered(lang.0)
    }

    /// What an actor is called in this protocol.
    #[pyo3(signature = (actor, lang = ENGLISH), text_signature = "($self, actor, lang='en')")]
    fn actor(&self, actor: &Bound<'_, PyAny>, lang: Lang) -> PyResult<&'static str> {
        let id = actor.cast::<PyString>().map_err(|_| wrong_type("an Actor", actor))?;
        match wirecodes::Actor::from_id(&input::text(id)) {
            Some(actor) => Ok(self.inner.actor(actor, lang.0)),
            None => Err(pyo3::exceptions::PyValueError::new_err(format!("{id} is not an actor"))),
        }
    }

    fn __str__(&self) -> &'static str {
        self.inner.id()
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.protocol('{}')", self.inner)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&'static str,)> {
        call(py, "protocol", (self.inner.id(),))
    }
}

impl Protocol {
    #[cold]
    fn unknown(&self, code: &Bound<'_, PyAny>) -> PyErr {
        let text = match code_text(code) {
            Ok(text) => format!("{}:{}", self.inner, text.trim()),
            // A code of another protocol.
            Err(_) => format!("{}:{}", self.inner, code.str().map(|text| text.to_string()).unwrap_or_default()),
        };
        match text.parse::<wirecodes::Code>() {
            Err(error) => raise(code.py(), error),
            Ok(_) => pyo3::exceptions::PyKeyError::new_err(text),
        }
    }
}
