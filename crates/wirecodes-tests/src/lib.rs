//! Where the tests find their files. The tests themselves are in `tests/`.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The made-up dataset: one protocol of each form, small enough to read.
pub fn made_up() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("made-up")
}
