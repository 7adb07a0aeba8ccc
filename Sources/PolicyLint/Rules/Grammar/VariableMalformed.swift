/// A policy variable that is not written as AWS reads it.
enum VariableMalformed: PolicyRule {
    static let metadata = RuleMetadata(
        id: "variable-malformed", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_BRACE_IN_VARIABLE"), .accessAnalyzer("MISSING_QUOTE_IN_VARIABLE"),
            .accessAnalyzer("UNSUPPORTED_SPACE_IN_VARIABLE"), .accessAnalyzer("EMPTY_VARIABLE"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"),
        ])

    static let concerns: Statement.Contents = .variables

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: most variables are written in the plainest way. In the language of 2008 they are plain text, and
        // none of them is here.
        for doubtful in context.doubtfulVariables where doubtful.traits.contains(.odd) {
            guard let flaw = flaw(of: doubtful.text.value) else { continue }
            context.report(flaw, at: doubtful.text.span)
        }
    }

    private static func flaw(of text: String) -> Message? { text.withBytes { flaw(of: text, $0[...]) } }

    private static func flaw(of text: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Message? {
        var rest = bytes
        while let start = rest.firstIndex(of: UInt8(ascii: "$")) {
            rest = rest[(start + 1)...]
            guard rest.first == UInt8(ascii: "{") else { continue }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return .unclosed(text) }
            if let flaw = flaw(ofName: rest[..<end]) { return flaw }
            rest = rest[(end + 1)...]
        }
        return nil
    }

    /// The flaw of what stands between the braces: a key, and perhaps `, 'default'`.
    private static func flaw(ofName name: Slice<UnsafeBufferPointer<UInt8>>) -> Message? {
        if name.allSatisfy({ $0 == 0x20 }) { return .empty }
        var text: String { String(decoding: name, as: UTF8.self) }
        let key = name.prefix { $0 != UInt8(ascii: ",") }
        if key.contains(UInt8(ascii: "{")) { return .unclosed(text) }
        if key.count == name.count {
            // Tag keys may hold spaces.
            let beforeTag = key.prefix { $0 != UInt8(ascii: "/") }
            return key.last == 0x20 || beforeTag.contains(0x20) ? .space(text) : nil
        }
        let value = name[key.endIndex...].dropFirst().drop { $0 == 0x20 }
        let isQuoted = value.count >= 2 && value.first == UInt8(ascii: "'") && value.last == UInt8(ascii: "'")
        return isQuoted ? nil : .unquoted(text)
    }
}

extension Message {
    fileprivate static func unclosed(_ text: String) -> Message {
        Message(
            "the policy variable in `\(text.excerpt)` is not closed",
            help: "add `}`, or write `${$}` for a plain dollar sign", issue: "MISSING_BRACE_IN_VARIABLE")
    }

    fileprivate static let empty = Message(
        "the policy variable names no key", help: "write a condition key between the braces, as in `${aws:username}`",
        issue: "EMPTY_VARIABLE")

    fileprivate static func space(_ text: String) -> Message {
        Message(
            "a space stands in the policy variable `${\(text.excerpt)}`", help: "remove the space",
            issue: "UNSUPPORTED_SPACE_IN_VARIABLE")
    }

    fileprivate static func unquoted(_ text: String) -> Message {
        Message(
            "the default value of the policy variable `${\(text.excerpt)}` is not in single quotes",
            help: "write it as in `${aws:PrincipalTag/team, 'none'}`", issue: "MISSING_QUOTE_IN_VARIABLE")
    }
}
