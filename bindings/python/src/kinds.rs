//! The small closed sets of the core as members of the enumerations in `wirecodes._kinds` and `wirecodes._reply_kinds`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

/// A kind of the core that has an enumeration in Python.
pub(crate) trait Kind: Copy + 'static {
    /// Its member.
    fn member(self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

macro_rules! kinds {
    ($($module:literal: { $($kind:ty => $name:ident,)+ })+) => {
        $($(
            impl Kind for $kind {
                fn member(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    let members = MEMBERS.get_or_try_init(py, || {
                        let class = py.import($module)?.getattr(stringify!($name))?;
                        let ids = <$kind>::ALL.iter().map(|kind| kind.id());
                        ids.map(|id| Ok(class.call1((id,))?.unbind())).collect::<PyResult<Vec<_>>>()
                    })?;
                    Ok(members[self as usize].clone_ref(py))
                }
            }
        )+)+
    };
}

kinds! {
    "wirecodes._kinds": {
        wirecodes::Actor => Actor,
        wirecodes::Connection => Connection,
        wirecodes::FacetKind => FacetKind,
        wirecodes::Lead => Lead,
        wirecodes::Outcome => Outcome,
        wirecodes::Pairing => Pairing,
        wirecodes::RelationKind => RelationKind,
        wirecodes::Retry => Retry,
        wirecodes::Status => Status,
    }
    "wirecodes._reply_kinds": {
        wirecodes::reply::Fault => ReplyFault,
        wirecodes::reply::Source => ReplySource,
        wirecodes_explain::Evidence => Evidence,
        wirecodes_explain::Note => Note,
        wirecodes_explain::Suppress => Suppress,
    }
}

/// Members as a tuple.
pub(crate) fn members<K: Kind>(py: Python<'_>, kinds: impl Iterator<Item = K>) -> PyResult<Py<PyTuple>> {
    let members = kinds.map(|kind| kind.member(py)).collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(py, members)?.unbind())
}

/// The member, or `None`.
pub(crate) fn member<K: Kind>(py: Python<'_>, kind: Option<K>) -> PyResult<Py<PyAny>> {
    kind.map_or_else(|| Ok(py.None()), |kind| kind.member(py))
}
