/// An external id that nobody can send.
enum TrustExternalIDInvalid: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-external-id-invalid", wing: .trust, severity: .error, kinds: .trustPolicy,
        references: [
            .documentation("https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html")
        ])

    private static let lengths = 2...1224

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            for condition in statement.conditions where condition.isOn("sts:ExternalId") {
                guard let name = condition.operator?.name, name != .null else { continue }
                for value in condition.values where !value.value.hasVariable {
                    // A pattern stands for ids of any length.
                    let isPattern = name.takesWildcards && value.value.hasWildcard
                    if isPattern || isValid(value.value) { continue }
                    context.report(.invalid(value.value), at: value.span)
                }
            }
        }
    }

    /// Whether `AssumeRole` takes the text as an external id.
    private static func isValid(_ text: String) -> Bool {
        lengths.contains(text.unicodeScalars.count)
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_+=,.@:/-".utf8.contains($0) }
    }
}

extension Message {
    fileprivate static func invalid(_ id: String) -> Message {
        Message(
            id.isEmpty
                ? "nobody can send an empty external id" : "`\(id.excerpt)` is no external id that anybody could send",
            help: "write 2 to 1224 letters, digits and `_+=,.@:/-`, as the other account gave them")
    }
}
