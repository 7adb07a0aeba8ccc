/// A set operator with a key that says where somebody belongs, which those who belong nowhere get round.
enum MissingKeyBypass: StatementRule {
    static let metadata = RuleMetadata(
        id: "missing-key-bypass", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"
            ),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
            .peer(.iamPolicyValidator, "set_operator_validation.foranyvalue_deny_without_null_check"),
        ])

    /// Keys that hold several values, and that requests of strangers do not carry. Of tags it is mostly meant
    /// that they may be absent.
    private static let keys = [
        "aws:PrincipalOrgPaths", "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths", "aws:CalledVia",
    ]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let test = condition.operator, let prefix = test.setPrefix, keys.contains(where: condition.isOn)
            else { continue }
            let span = condition.operatorMember.key.span
            switch prefix {
            case .forAllValues where statement.allows && !test.isNegated && !needsKey(condition.key, statement):
                let edit = ConditionEditing.add("Null", condition.key, "false", to: statement, context.editing)
                context.report(
                    .allowed(condition.key), at: span,
                    fix: edit.map { Fix("require that the key is there", .narrowing, [$0]) })
            case .forAnyValue where statement.denies && test.isNegated && !test.ifExists:
                let name = test.description + "IfExists"
                let isAlone = condition.operatorMember.value.object?.count == 1
                let canRename = isAlone && statement.condition.value?.node[name] == nil
                let edit = context.editing.rename(condition.operatorMember, to: name)
                context.report(
                    .notDenied(condition.key, name), at: span,
                    fix: canRename ? Fix("write `\(name)`", .suggestion, [edit]) : nil)
            default: break
            }
        }
    }

    /// Whether another condition holds only where the key is there.
    private static func needsKey(_ key: String, _ statement: Statement) -> Bool {
        statement.conditions.contains { other in
            guard other.isOn(key), let test = other.operator else { return false }
            if test.name == .null { return other.values.allSatisfy { $0.value.equalsIgnoringCase("false") } }
            return !test.holdsWithoutKey
        }
    }
}

extension Message {
    fileprivate static func allowed(_ key: String) -> Message {
        Message(
            "`ForAllValues` also holds for a request that does not carry `\(key)`, so whoever has none is let in",
            help: "use `ForAnyValue`, or also require `\"Null\": { \"\(key)\": \"false\" }`")
    }

    fileprivate static func notDenied(_ key: String, _ name: String) -> Message {
        Message(
            "`ForAnyValue` does not hold for a request that does not carry `\(key)`, so whoever has none is not denied",
            help: "write `\(name)`, and except in conditions of their own those who must pass without the key")
    }
}
