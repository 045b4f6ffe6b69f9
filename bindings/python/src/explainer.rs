//! What explains: a list of reasons and rules. The objects of the built-in ones are shared by all lists that have them.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString, PyTuple};

use crate::bytes::{EXPECTED, Kept, pieces};
use crate::error::{invalid_rules, wrong_item, wrong_type};
use crate::explanation::{Explanation, Facts};
use crate::pickle::{Reduced, call, not_pickled};
use crate::reason::Reason;
use crate::rule::{Rule, RuleFile};
use crate::scanner::{self, Scanner};

/// How many replies are explained in one go: enough that letting other threads run costs nothing, and few enough to stay in the cache.
const BATCH: usize = 1024;

/// A list of reasons and rules, shared by the objects made from it; none is the built-in one.
#[derive(Clone)]
pub(crate) struct Rules(Option<Arc<wirecodes_explain::Explainer>>);

impl Rules {
    pub(crate) fn get(&self) -> &wirecodes_explain::Explainer {
        self.0.as_deref().unwrap_or_else(|| wirecodes_explain::Explainer::builtin())
    }

    pub(crate) fn is_builtin(&self) -> bool {
        self.0.is_none()
    }
}

/// Explains replies by a list of rules: those of the dataset, and with them those of users' files.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Explainer {
    rules: Rules,
    /// Where the rules of the dataset begin.
    builtin_rules: usize,
    reasons: Vec<PyOnceLock<Py<Reason>>>,
    rule_objects: Vec<PyOnceLock<Py<Rule>>>,
}

/// The built-in one, made when it is first asked for.
pub(crate) fn builtin(py: Python<'_>) -> PyResult<&'static Py<Explainer>> {
    static BUILTIN: PyOnceLock<Py<Explainer>> = PyOnceLock::new();
    BUILTIN.get_or_try_init(py, || Py::new(py, Explainer::with(Rules(None))))
}

impl Explainer {
    fn with(rules: Rules) -> Explainer {
        let list = rules.get();
        let first = wirecodes_explain::Explainer::builtin().rules().first();
        Explainer {
            builtin_rules: list
                .rules()
                .iter()
                .position(|rule| Some(rule.id()) == first.map(|rule| rule.id()))
                .unwrap_or(0),
            reasons: list.reasons().iter().map(|_| PyOnceLock::new()).collect(),
            rule_objects: list.rules().iter().map(|_| PyOnceLock::new()).collect(),
            rules,
        }
    }

    pub(crate) fn get(&self) -> &wirecodes_explain::Explainer {
        self.rules.get()
    }

    pub(crate) fn is_builtin(&self) -> bool {
        self.rules.is_builtin()
    }

    /// The object of a reason, by its place. Those of the dataset come first.
    pub(crate) fn reason(&self, py: Python<'_>, index: usize) -> PyResult<Py<Reason>> {
        if !self.is_builtin() && index < wirecodes_explain::Reason::all().len() {
            return builtin(py)?.get().reason(py, index);
        }
        let make = || Py::new(py, Reason::new(py, &self.rules, index)?);
        Ok(self.reasons[index].get_or_try_init(py, make)?.clone_ref(py))
    }

    /// The object of a rule, by its place.
    pub(crate) fn rule(&self, py: Python<'_>, index: usize) -> PyResult<Py<Rule>> {
        let of_dataset = index.checked_sub(self.builtin_rules).filter(|_| !self.is_builtin());
        if let Some(index) = of_dataset.filter(|index| *index < wirecodes_explain::Explainer::builtin().rules().len()) {
            return builtin(py)?.get().rule(py, index);
        }
        let make = || Py::new(py, Rule::new(py, self, &self.rules, index)?);
        Ok(self.rule_objects[index].get_or_try_init(py, make)?.clone_ref(py))
    }
}

/// Explains a reply.
pub(crate) fn explain(explainer: &Bound<'_, Explainer>, reply: &Bound<'_, PyAny>) -> PyResult<Explanation> {
    let kept = Kept::required(reply)?;
    let rules = explainer.get().get();
    let facts = Facts::new(rules, &rules.explain(kept.get(reply.py())));
    Ok(Explanation { explainer: explainer.clone().unbind(), kept, line: None, cut: false, facts })
}

/// Explains many replies; other threads run meanwhile.
pub(crate) fn explain_many(
    explainer: &Bound<'_, Explainer>,
    replies: &Bound<'_, PyAny>,
) -> PyResult<Vec<Py<Explanation>>> {
    let py = replies.py();
    // One reply is iterable too, but nobody means its letters.
    let one = replies.is_instance_of::<PyString>()
        || replies.is_instance_of::<PyBytes>()
        || replies.is_instance_of::<PyByteArray>()
        || replies.is_instance_of::<PyMemoryView>();
    if one {
        return Err(wrong_type("an iterable of replies", replies));
    }
    let mut iterator = replies.try_iter()?;
    let rules = explainer.get().get();
    // A length is a promise that need not be kept.
    let mut all = Vec::with_capacity(replies.len().unwrap_or(0).min(1 << 20));
    loop {
        let mut batch = Vec::with_capacity(BATCH);
        for reply in iterator.by_ref().take(BATCH) {
            let reply = reply?;
            let Some(kept) = Kept::new(&reply)? else {
                return Err(wrong_item("replies", all.len() + batch.len(), EXPECTED, &reply));
            };
            batch.push(kept);
        }
        if batch.is_empty() {
            return Ok(all);
        }
        let bytes: Vec<&[u8]> = batch.iter().map(|kept| kept.get(py)).collect();
        let explain = |bytes: &[u8]| Facts::new(rules, &rules.explain(bytes));
        let facts: Vec<Facts> = py.detach(|| bytes.into_iter().map(explain).collect());
        for (kept, facts) in batch.into_iter().zip(facts) {
            let explainer = explainer.clone().unbind();
            all.push(Py::new(py, Explanation { explainer, kept, line: None, cut: false, facts })?);
        }
        py.check_signals()?;
    }
}

/// Explains what is found in a buffer; other threads run meanwhile.
pub(crate) fn explain_lines(
    explainer: &Bound<'_, Explainer>,
    buffer: &Bound<'_, PyAny>,
) -> PyResult<Vec<Py<Explanation>>> {
    let py = buffer.py();
    let rules = explainer.get().get();
    let mut scanner = wirecodes_explain::Scanner::new();
    let mut all = Vec::new();
    pieces(buffer, |piece| {
        let found = py.detach(|| scanner::push(rules, &mut scanner, piece));
        scanner::objects(explainer, found, &mut all)
    })?;
    scanner::objects(explainer, scanner::finish(rules, &mut scanner), &mut all)?;
    Ok(all)
}

/// The rule files of an argument.
fn files(argument: &str, files: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<wirecodes_explain::RuleFile>> {
    let Some(files) = files else { return Ok(Vec::new()) };
    let read = |(place, file): (usize, PyResult<Bound<'_, PyAny>>)| {
        let file = file?;
        match file.cast::<RuleFile>() {
            Ok(file) => Ok(file.get().inner.clone()),
            Err(_) => Err(wrong_item(argument, place, "a RuleFile", &file)),
        }
    };
    files.try_iter()?.enumerate().map(read).collect()
}

#[pymethods]
impl Explainer {
    #[new]
    #[pyo3(signature = (before = None, after = None), text_signature = "(before=(), after=())")]
    fn make(
        py: Python<'_>,
        before: Option<&Bound<'_, PyAny>>,
        after: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<Explainer>> {
        let (before, after) = (files("before", before)?, files("after", after)?);
        if before.is_empty() && after.is_empty() {
            return Ok(builtin(py)?.clone_ref(py));
        }
        // Making the automaton takes its time.
        match py.detach(|| wirecodes_explain::Explainer::with_rules(&before, &after)) {
            Ok(rules) => Py::new(py, Explainer::with(Rules(Some(Arc::new(rules))))),
            Err(faults) => Err(invalid_rules(py, faults)),
        }
    }

    /// Explains a reply.
    #[pyo3(signature = (reply, /))]
    fn explain(slf: &Bound<'_, Self>, reply: &Bound<'_, PyAny>) -> PyResult<Explanation> {
        explain(slf, reply)
    }

    /// Explains many replies at once.
    #[pyo3(signature = (replies, /))]
    fn explain_many(slf: &Bound<'_, Self>, replies: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Explanation>>> {
        explain_many(slf, replies)
    }

    /// Explains what is found in one buffer: a log, a list of replies, a bounce, a mailbox.
    #[pyo3(signature = (buffer, /))]
    fn explain_lines(slf: &Bound<'_, Self>, buffer: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Explanation>>> {
        explain_lines(slf, buffer)
    }

    /// The rules that would give a reply a reason, in their order; the first of them decides.
    #[pyo3(signature = (reply, /))]
    fn matching_rules(&self, py: Python<'_>, reply: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Rule>>> {
        let kept = Kept::required(reply)?;
        let found = self.get().matching_rules(kept.get(py));
        let places = found.into_iter().filter_map(|rule| self.get().rules().element_offset(rule));
        places.map(|place| self.rule(py, place)).collect()
    }

    /// The reasons, those of the dataset first.
    #[getter]
    fn reasons(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let reasons = (0..self.reasons.len()).map(|index| self.reason(py, index));
        Ok(PyTuple::new(py, reasons.collect::<PyResult<Vec<_>>>()?)?.unbind())
    }

    /// The rules, in the order in which they are tried.
    #[getter]
    fn rules(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let rules = (0..self.rule_objects.len()).map(|index| self.rule(py, index));
        Ok(PyTuple::new(py, rules.collect::<PyResult<Vec<_>>>()?)?.unbind())
    }

    /// A scanner that explains by these rules.
    fn scanner(slf: &Bound<'_, Self>) -> Scanner {
        Scanner::new(slf.clone().unbind())
    }

    fn __repr__(&self) -> String {
        match self.is_builtin() {
            true => "wirecodes.Explainer()".to_owned(),
            false => format!("<Explainer of {} reasons and {} rules>", self.reasons.len(), self.rule_objects.len()),
        }
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<()> {
        match self.is_builtin() {
            true => call(py, "Explainer", ()),
            false => Err(not_pickled("an explainer with users' rules")),
        }
    }
}
