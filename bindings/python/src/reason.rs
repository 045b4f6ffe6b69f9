//! Reasons. There is one object for each, made when it is first asked for.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};

use crate::explainer::Rules;
use crate::input::{ENGLISH, Lang};
use crate::kinds::{Kind, member, members};
use crate::parts::{string, strings};
use crate::pickle::{Reduced, call, not_pickled};
use crate::render;

/// Why a server did not take a message: `mailbox-full`.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Reason {
    rules: Rules,
    index: usize,
    texts: Vec<PyOnceLock<Py<ReasonText>>>,
    /// The id, as in JSON and in rules.
    #[pyo3(get)]
    id: Py<PyString>,
    /// The outcome, if it is always the same; otherwise the reply's code says it.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// Who can act, most likely first.
    #[pyo3(get)]
    pub(crate) actors: Py<PyTuple>,
    /// Whether to try again once the failure is permanent; a temporary one is to be tried again later.
    #[pyo3(get)]
    retry: Py<PyAny>,
    /// Whether to take the address off a list once the failure is permanent.
    #[pyo3(get)]
    suppress: Py<PyAny>,
    /// Codes that often come with it, reply codes and enhanced ones.
    #[pyo3(get)]
    codes: Py<PyTuple>,
    /// SparkPost's bounce classification codes for it.
    #[pyo3(get)]
    sparkpost: Py<PyTuple>,
    /// Sisimai's name for it.
    #[pyo3(get)]
    sisimai: Py<PyAny>,
    /// KumoMTA's bounce class for it.
    #[pyo3(get)]
    kumomta: Py<PyAny>,
}

impl Reason {
    /// The one at a place in a list.
    pub(crate) fn new(py: Python<'_>, rules: &Rules, index: usize) -> PyResult<Reason> {
        let of = &rules.get().reasons()[index];
        Ok(Reason {
            rules: rules.clone(),
            index,
            texts: wirecodes::Lang::ALL.iter().map(|_| PyOnceLock::new()).collect(),
            id: PyString::intern(py, of.id()).unbind(),
            outcome: member(py, of.outcome())?,
            actors: members(py, of.actors().iter().copied())?,
            retry: of.retry().member(py)?,
            suppress: of.suppress().member(py)?,
            codes: strings(py, of.codes())?,
            sparkpost: PyTuple::new(py, of.sparkpost())?.unbind(),
            sisimai: string(py, of.sisimai()),
            kumomta: string(py, of.kumomta()),
        })
    }

    fn of(&self) -> &wirecodes_explain::Reason {
        &self.rules.get().reasons()[self.index]
    }
}

#[pymethods]
impl Reason {
    /// Its texts in a language; where one is not translated it is English, and `untranslated` names it.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn text(&self, py: Python<'_>, lang: Lang) -> PyResult<Py<ReasonText>> {
        let place = &self.texts[lang.0 as usize];
        Ok(place.get_or_try_init(py, || Py::new(py, ReasonText::new(py, self.of(), lang.0)?))?.clone_ref(py))
    }

    /// As text for a terminal.
    #[pyo3(signature = (lang = ENGLISH, width = 80), text_signature = "($self, lang='en', width=80)")]
    fn to_text(&self, lang: Lang, width: usize) -> String {
        wirecodes_render::explain::reason(self.of(), lang.0, render::plain(width))
    }

    /// As Markdown.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_markdown(&self, lang: Lang) -> String {
        wirecodes_render::markdown::reason(self.of(), lang.0)
    }

    /// As a self-contained HTML page.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_html(&self, lang: Lang) -> String {
        wirecodes_render::html::reason(self.of(), lang.0)
    }

    /// As JSON, in the documented form.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_json(&self, lang: Lang) -> String {
        wirecodes_render::json::reason(self.of(), lang.0)
    }

    /// As a dict, in the documented form of the JSON.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json(lang))
    }

    fn __str__(&self, py: Python<'_>) -> Py<PyString> {
        self.id.clone_ref(py)
    }

    fn __repr__(&self) -> String {
        match self.rules.is_builtin() {
            true => format!("wirecodes.reason('{}')", self.of().id()),
            false => format!("<Reason {}>", self.of().id()),
        }
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&str,)> {
        if !self.rules.is_builtin() {
            return Err(not_pickled("a reason of a user's file"));
        }
        call(py, "reason", (self.of().id(),))
    }
}

/// What is said of a reason in one language. What a user's file leaves out is empty.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct ReasonText {
    reason: String,
    /// Tag of the language that the texts are in; `None` for a reason of a user's file, which does not say.
    #[pyo3(get)]
    lang: Py<PyAny>,
    /// A few words: `Mailbox Full`.
    #[pyo3(get)]
    name: Py<PyString>,
    /// One sentence: what it says.
    #[pyo3(get)]
    gist: Py<PyString>,
    /// What it means.
    #[pyo3(get)]
    description: Py<PyString>,
    /// When one sees it.
    #[pyo3(get)]
    when: Py<PyString>,
    /// What to do about it.
    #[pyo3(get)]
    fix: Py<PyString>,
    /// When and how to try again.
    #[pyo3(get)]
    again: Py<PyString>,
    /// For who writes a server: what to send.
    #[pyo3(get, name = "use")]
    use_: Py<PyString>,
    /// The names of the fields that are in English although another language was asked for.
    #[pyo3(get)]
    untranslated: Py<PyTuple>,
}

impl ReasonText {
    fn new(py: Python<'_>, reason: &wirecodes_explain::Reason, lang: wirecodes::Lang) -> PyResult<ReasonText> {
        let text = reason.text(lang);
        let string = |text: &str| PyString::new(py, text).unbind();
        Ok(ReasonText {
            reason: reason.id().to_owned(),
            lang: self::string(py, text.lang.map(wirecodes::Lang::tag)),
            name: string(text.name),
            gist: string(text.gist),
            description: string(text.description),
            when: string(text.when),
            fix: string(text.fix),
            again: string(text.again),
            use_: string(text.use_),
            untranslated: strings(py, &text.untranslated().collect::<Vec<_>>())?,
        })
    }
}

#[pymethods]
impl ReasonText {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<ReasonText {} in {}>", self.reason, self.lang.bind(py).str()?))
    }
}
