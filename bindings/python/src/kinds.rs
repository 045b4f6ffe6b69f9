//! The small closed sets of the core as members of the enumerations in `wirecodes._kinds`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// A kind of the core that has an enumeration in Python.
pub(crate) trait Kind: Copy + 'static {
    /// Its member.
    fn member(self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

macro_rules! kinds {
    ($($name:ident)+) => {
        $(
            impl Kind for wirecodes::$name {
                fn member(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    let members = MEMBERS.get_or_try_init(py, || {
                        let class = py.import("wirecodes._kinds")?.getattr(stringify!($name))?;
                        let ids = wirecodes::$name::ALL.iter().map(|kind| kind.id());
                        ids.map(|id| Ok(class.call1((id,))?.unbind())).collect::<PyResult<Vec<_>>>()
                    })?;
                    Ok(members[self as usize].clone_ref(py))
                }
            }
        )+
    };
}

kinds! { Actor Connection FacetKind Lead Outcome Pairing RelationKind Retry Status }

/// The member, or `None`.
pub(crate) fn member<K: Kind>(py: Python<'_>, kind: Option<K>) -> PyResult<Py<PyAny>> {
    kind.map_or_else(|| Ok(py.None()), |kind| kind.member(py))
}
