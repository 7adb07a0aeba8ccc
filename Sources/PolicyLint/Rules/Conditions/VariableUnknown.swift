/// A policy variable that nothing replaces.
enum VariableUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "variable-unknown", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html")
        ])

    static let concerns: Statement.Contents = .variables

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look that spares most texts from being read.
        for doubtful in context.doubtfulVariables where doubtful.traits.contains(.unknown) {
            check(doubtful.text, &context)
        }
    }

    private static func check(_ text: Located<String>, _ context: inout RuleContext) {
        // A quick look, too.
        guard text.value.hasPolicyVariable else { return }
        let pattern = GlobPattern(value: text.value, hasWildcards: true, hasVariables: true)
        for variable in pattern.allVariables {
            guard let message = message(variable, context.catalogue) else { continue }
            context.report(message, at: text.span)
        }
    }

    private static func message(_ variable: PolicyVariable, _ catalogue: ServiceCatalogue) -> Message? {
        let key = variable.key
        // Identity providers and some services have variables that are no condition keys of the catalogue.
        guard let colon = key.firstIndex(of: ":"), !key[..<colon].contains(".") else { return nil }
        // A variable in a variable is no name at all, and another sort of mistake.
        if key.utf8.contains(UInt8(ascii: "{")) { return nil }
        if let known = catalogue.conditionKey(key) {
            return known.type.isMultivalued ? .severalValues(known.name) : nil
        }
        let meant = catalogue.nearestConditionKey(to: key)
        return key.hasPrefix("aws:") || meant != nil ? .unknown(key, meant, variable.defaultValue) : nil
    }
}

extension Message {
    fileprivate static func unknown(_ key: String, _ meant: String?, _ defaultValue: String?) -> Message {
        let result =
            defaultValue == nil
            ? "nothing replaces the variable, and the statement does not apply" : "its default always replaces it"
        return Message(
            "no request carries `\(key.excerpt)`, so \(result)" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
            help: meant.map { "write `${\($0)}`" }
                ?? "write a condition key that requests carry, such as `aws:username`")
    }

    fileprivate static func severalValues(_ name: String) -> Message {
        Message(
            "`\(name.excerpt)` can hold several values, and so it cannot be a variable",
            help: "compare the key itself in a condition, with `ForAnyValue` or `ForAllValues`")
    }
}
