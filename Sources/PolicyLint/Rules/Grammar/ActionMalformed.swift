/// An action that has not the form `service:Action`.
enum ActionMalformed: StatementRule {
    static let metadata = RuleMetadata(
        id: "action-malformed", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_ACTION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "action_validation.invalid_action"),
            .peer(.cfnLint, "W3037"),
        ])

    static let concerns: Statement.Contents = .oddTexts

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for list in statement.actionLists where list.traits.contains(.noAction) {
            for (action, sketch) in zip(list.items, list.sketches) where sketch.traits.contains(.noAction) {
                report(action, &context)
            }
        }
    }

    private static func report(_ action: Located<String>, _ context: inout RuleContext) {
        // A variable is a flaw of another sort.
        if action.value.hasVariable { return }
        let mended = mend(action.value)
        context.report(
            .malformed(action.value, mended), at: action.span,
            fix: mended.map {
                Fix("write `\($0)`", .preserving, [context.editing.replace(action.span, withString: $0)])
            })
    }

    /// The action that a text plainly means: without white space, and with a colon for a dot, a slash, or
    /// two colons.
    private static func mend(_ text: String) -> String? {
        let letters = text.utf8.filter { !($0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D) }
        var parts = letters.split(separator: UInt8(ascii: ":"))
        if parts.count == 1 {
            parts = letters.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
            // `GetObject` alone names no service, and an e-mail address no action.
            guard parts.count == 2, parts[0].allSatisfy({ $0.asciiLowercased == $0 }) else {
                return nil
            }
        }
        guard parts.count == 2, let service = String(bytes: parts[0]), let name = String(bytes: parts[1]) else {
            return nil
        }
        let mended = service + ":" + name
        return TextSketch(mended).traits.contains(.noAction) ? nil : mended
    }
}

extension String {
    fileprivate init?(bytes: some Collection<UInt8>) { self.init(validating: bytes, as: UTF8.self) }
}

extension Message {
    fileprivate static func malformed(_ text: String, _ mended: String?) -> Message {
        if text.isEmpty {
            return Message("the action is empty", help: "write `service:Action`, or remove the empty string")
        }
        if let mended {
            return Message(
                "`\(text.excerpt)` is no action; did you mean `\(mended)`?",
                help: "an action is written `service:Action`")
        }
        if text.hasPrefix("arn:") {
            return Message(
                "`\(text.excerpt)` is an ARN, not an action",
                help: "name resources in `Resource`, actions as `service:Action`")
        }
        if text.utf8.contains(UInt8(ascii: ",")) {
            return Message("`\(text.excerpt)` is no action", help: "make a list of it: one string for each action")
        }
        return Message(
            "`\(text.excerpt)` is no action: it does not have the form `service:Action`",
            help: "write the service's prefix, as in `s3:GetObject`")
    }
}
