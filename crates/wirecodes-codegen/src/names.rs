//! Identifiers made from the ids of the data.

/// `smtp-enhanced` -> `SmtpEnhanced`, `compare.same` -> `CompareSame`
pub(crate) fn upper_camel(id: &str) -> String {
    id.split(['-', '.', '_'])
        .map(|part| {
            let mut chars = part.chars();
            chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect::<String>()
        })
        .collect()
}

/// `smtp-enhanced` -> `smtp_enhanced`, `zh-Hans` -> `zh_hans`
pub(crate) fn snake(id: &str) -> String {
    id.replace(['-', '.'], "_").to_ascii_lowercase()
}

/// `RFC 5321` -> `RFC_5321`
pub(crate) fn screaming(id: &str) -> String {
    id.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("_")
        .to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        assert_eq!(upper_camel("smtp-enhanced"), "SmtpEnhanced");
        assert_eq!(upper_camel("compare.outcome.not-needed"), "CompareOutcomeNotNeeded");
        assert_eq!(snake("zh-Hans"), "zh_hans");
        assert_eq!(screaming("google.rpc.Code"), "GOOGLE_RPC_CODE");
    }
}
