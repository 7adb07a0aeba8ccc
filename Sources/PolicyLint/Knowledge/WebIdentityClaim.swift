/// A condition key that stands for a claim of web identity tokens: the issuer, a colon, and the claim's name,
/// as in `token.actions.githubusercontent.com:sub`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif>.
struct WebIdentityClaim: Sendable {
    /// The issuer, without a scheme.
    let issuer: Substring
    /// The claim: `sub`, `aud`, ….
    let name: Substring

    /// The claim that is meant by a word that is none: tokens name their subject and audience in short.
    ///
    /// Source: <https://openid.net/specs/openid-connect-core-1_0.html#IDToken>.
    var meant: String? { Self.names.first { name.equalsIgnoringCase($0.key) }?.value }

    private static let names = ["subject": "sub", "audience": "aud", "issuer": "iss"]

    /// Takes a key apart; nil where it names no issuer. Only an issuer has a dot in it: `aws:`, `sts:` and
    /// `saml:` keys have none.
    init?(key: String) {
        guard let colon = key.lastIndex(of: ":") else { return nil }
        issuer = key[..<colon]
        name = key[key.index(after: colon)...]
        guard issuer.utf8.contains(UInt8(ascii: ".")), !issuer.contains(":") else { return nil }
    }
}
