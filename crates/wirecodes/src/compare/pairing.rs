//! How a reply code and the enhanced code beside it go together.

use crate::code::Code;
use crate::kinds::kinds;

kinds! {
    /// How a reply code and an enhanced code go together in one reply.
    ///
    /// RFC 2034 (4) requires that the class of the enhanced code agrees with the first digit of the reply code, and that
    /// replies of class 3 carry none.
    ///
    /// ```
    /// use wirecodes::{Pairing, smtp, smtp_enhanced};
    ///
    /// let full = smtp_enhanced::MAILBOX_FULL;
    /// let of = |reply, class| Pairing::of(reply, full.through(class).unwrap());
    /// assert_eq!(of(smtp::STORAGE_ALLOCATION_EXCEEDED, 5), Some(Pairing::Associated));
    /// assert_eq!(of(smtp::LOCAL_ERROR_IN_PROCESSING, 4), Some(Pairing::Possible));
    /// assert_eq!(of(smtp::MAILBOX_PERMANENTLY_UNAVAILABLE, 4), Some(Pairing::Contradiction));
    /// assert_eq!(of(smtp::START_MAIL_INPUT, 4), Some(Pairing::Alone));
    /// ```
    Pairing {
        /// A registry associates the two, or servers are known to send them together.
        Associated = "associated";
        /// Their classes agree, and nothing more is known of the pair.
        Possible = "possible";
        /// Their classes disagree: the reply code is the one to believe.
        Contradiction = "contradiction";
        /// The enhanced code was given without its class, as the detail `X.2.2`.
        Classless = "classless";
        /// No enhanced code belongs beside this reply code.
        Alone = "alone";
    }
}

impl Pairing {
    /// How `reply` and `enhanced` go together; none if they are not a reply code and an enhanced code of one protocol, in
    /// this order.
    #[must_use]
    pub fn of(reply: Code, enhanced: Code) -> Option<Pairing> {
        if reply.protocol().table().companion != Some(enhanced.protocol()) {
            return None;
        }
        let own = reply.class().map(super::super::class::Class::digits);
        Some(match enhanced.class() {
            _ if !enhanced.views().any(|view| view.class().map(super::super::class::Class::digits) == own) => {
                Pairing::Alone
            }
            None => Pairing::Classless,
            Some(class) if Some(class.digits()) != own => Pairing::Contradiction,
            Some(_) if reply.related().any(|related| related.code() == enhanced) => Pairing::Associated,
            Some(_) => Pairing::Possible,
        })
    }

    /// Whether one reply can carry both codes.
    #[must_use]
    pub const fn is_consistent(self) -> bool {
        matches!(self, Pairing::Associated | Pairing::Possible)
    }
}
