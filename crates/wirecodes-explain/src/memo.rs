//! What was decided lately. Servers use the same words again and again, and only addresses differ, which are no part of the text that
//! is looked at; so in a log nine of ten refusals need no search.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use crate::explainer::Decision;

/// How many decisions are kept, each in the one place that its hash has. With their texts they take up to five megabytes a thread.
const PLACES: usize = 32768;
/// How long a text may be that is kept.
const LONGEST: usize = 512;

/// Decisions by what they were drawn from.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    /// Which explainer they are of.
    of: u64,
    places: Vec<Place>,
    hasher: RandomState,
}

#[derive(Debug, Clone, Default)]
struct Place {
    hash: u64,
    codes: Codes,
    text: Vec<u8>,
    decision: Option<Decision>,
}

/// The codes of a reply.
pub(crate) type Codes = (Option<u16>, Option<[u16; 3]>);

impl Memo {
    /// What an explainer has decided of this before, or decides now.
    pub(crate) fn get(&mut self, of: u64, codes: Codes, text: &[u8], decide: impl FnOnce() -> Decision) -> Decision {
        if text.len() > LONGEST {
            return decide();
        }
        if self.of != of || self.places.is_empty() {
            self.of = of;
            self.places.clear();
            self.places.resize_with(PLACES, Place::default);
        }
        let hash = self.hasher.hash_one((codes, text));
        let place = &mut self.places[hash as usize % PLACES];
        match place.decision {
            Some(decision) if place.hash == hash && place.codes == codes && place.text == text => decision,
            _ => {
                let decision = decide();
                place.hash = hash;
                place.codes = codes;
                place.text.clear();
                place.text.extend_from_slice(text);
                place.decision = Some(decision);
                decision
            }
        }
    }
}
