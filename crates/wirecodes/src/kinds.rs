//! The small closed sets of the data model, each with its id and its label in a language.

/// Defines an enumeration with ids. For this crate and for those above it that have such sets too; not part of the interface.
#[doc(hidden)]
#[macro_export]
macro_rules! __kinds {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The id, as in the data and in JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($name::$variant => $id,)+
                }
            }

            /// The one with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.id())
            }
        }
    };
}

/// Gives an enumeration labels that are words of the interface; for the same crates.
#[doc(hidden)]
#[macro_export]
macro_rules! __labels {
    ($name:ident { $($variant:ident => $message:ident,)+ }) => {
        $crate::__labels! { /** A few words for it in a language. */ $name { $($variant => $message,)+ } }
    };
    ($(#[$doc:meta])+ $name:ident { $($variant:ident => $message:ident,)+ }) => {
        impl $name {
            #[must_use]
            const fn message(self) -> $crate::Message {
                match self {
                    $($name::$variant => $crate::Message::$message,)+
                }
            }

            $(#[$doc])+
            #[must_use]
            pub fn label(self, lang: $crate::Lang) -> &'static str {
                lang.message(self.message())
            }
        }
    };
}

pub(crate) use {__kinds as kinds, __labels as labels};

kinds! {
    /// What came of the request, in terms that hold across protocols.
    Outcome {
        /// The request goes on; this only informs.
        Informational = "informational";
        /// It was done.
        Success = "success";
        /// The server waits for the next part of it.
        Intermediate = "intermediate";
        /// Another place has to be asked.
        Redirection = "redirection";
        /// It failed for now.
        Transient = "transient";
        /// It failed for good.
        Permanent = "permanent";
        /// It failed, and the specification does not say whether that will last.
        Failure = "failure";
    }
}

labels! {
    Outcome {
        Informational => OutcomeInformational,
        Success => OutcomeSuccess,
        Intermediate => OutcomeIntermediate,
        Redirection => OutcomeRedirection,
        Transient => OutcomeTransient,
        Permanent => OutcomePermanent,
        Failure => OutcomeFailure,
    }
}

kinds! {
    /// How far a code is standardized.
    Status {
        /// A standard defines it.
        Standard = "standard";
        /// An experimental document defines it.
        Experimental = "experimental";
        /// Only a draft defines it.
        Draft = "draft";
        /// Its document advises against it.
        Deprecated = "deprecated";
        /// Its document is historic.
        Historic = "historic";
        /// A later document took it out.
        Obsolete = "obsolete";
        /// Set aside without a meaning.
        Reserved = "reserved";
        /// A registry names it beside another code; no document defines it.
        Associated = "associated";
        /// No document defines it.
        Unofficial = "unofficial";
    }
}

labels! {
    Status {
        Standard => StatusStandard,
        Experimental => StatusExperimental,
        Draft => StatusDraft,
        Deprecated => StatusDeprecated,
        Historic => StatusHistoric,
        Obsolete => StatusObsolete,
        Reserved => StatusReserved,
        Associated => StatusAssociated,
        Unofficial => StatusUnofficial,
    }
}

kinds! {
    /// Whether to make the same request again.
    Retry {
        /// There is no reason to.
        NotNeeded = "not-needed";
        /// The same request may succeed later.
        Later = "later";
        /// Only once something was changed.
        AfterChange = "after-change";
        /// It can't succeed.
        Never = "never";
    }
}

labels! {
    Retry {
        NotNeeded => RetryNotNeeded,
        Later => RetryLater,
        AfterChange => RetryAfterChange,
        Never => RetryNever,
    }
}

kinds! {
    /// Who can act on a code. What each is called depends on the protocol: [`Protocol::actor`](crate::Protocol::actor).
    Actor {
        /// In mail, the sender.
        ClientUser = "client-user";
        /// Who runs the sending server or the calling program.
        ClientOperator = "client-operator";
        /// Who the message is for.
        Recipient = "recipient";
        /// Who runs the server that sent the code.
        ServerOperator = "server-operator";
        /// Who wrote one of the programs.
        Developer = "developer";
        /// Who runs what lies between the two.
        Network = "network";
        /// No one need act.
        Nobody = "nobody";
    }
}

kinds! {
    /// What happens to the session.
    Connection {
        /// It goes on.
        Kept = "kept";
        /// The server closes it.
        Closed = "closed";
        /// Either may happen.
        Either = "either";
    }
}

labels! {
    Connection {
        Kept => ConnectionKept,
        Closed => ConnectionClosed,
        Either => ConnectionEither,
    }
}

kinds! {
    /// What one code is to another.
    RelationKind {
        /// People take one for the other.
        ConfusedWith = "confused-with";
        /// The other is the enhanced code that goes with this one.
        EnhancedForm = "enhanced-form";
        /// The other is the basic code that goes with this one.
        BasicForm = "basic-form";
        /// The other is what corresponds in another protocol.
        Counterpart = "counterpart";
        /// Worth reading too.
        SeeAlso = "see-also";
    }
}

labels! {
    RelationKind {
        ConfusedWith => RelationConfusedWith,
        EnhancedForm => RelationEnhancedForm,
        BasicForm => RelationBasicForm,
        Counterpart => RelationCounterpart,
        SeeAlso => RelationSeeAlso,
    }
}
