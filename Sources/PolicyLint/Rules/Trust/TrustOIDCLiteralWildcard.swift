/// A `*` in a claim that is compared letter by letter, where it stands for nothing but itself.
///
/// Only for the subject and the audience, in which no token has a `*`.
enum TrustOIDCLiteralWildcard: ConditionRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-literal-wildcard", wing: .trust, severity: .warning, kinds: .trustPolicy,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"
            ),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where comparesLetters(condition) {
            guard let claim = WebIdentityClaim(key: condition.key), isNeverWild(claim.name) else { continue }
            for value in condition.values where hasLiteralStar(value.value) {
                context.report(.literal(value.value, condition.operatorMember.key.value), at: value.span)
            }
        }
    }

    private static func comparesLetters(_ condition: Condition) -> Bool {
        switch condition.operator?.name {
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase: true
        default: false
        }
    }

    private static func isNeverWild(_ claim: Substring) -> Bool {
        ["sub", "aud"].contains { claim.equalsIgnoringCase($0) }
    }

    /// Whether a `*` stands in the value, other than in `${*}`, which means the letter.
    private static func hasLiteralStar(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: "*") && !bytes[..<index].suffix(2).elementsEqual("${".utf8)
        }
    }
}

extension Message {
    fileprivate static func literal(_ value: String, _ operatorName: String) -> Message {
        Message(
            "`\(operatorName)` takes the `*` in `\(value)` as it stands, so no token has this value",
            help: "write the whole value; `StringLike` would take `*` for any text, and let in all that fits")
    }
}
