/// A condition on MFA that looks as if it required MFA and does not.
enum MFACheckIneffective: PolicyRule {
    static let metadata = RuleMetadata(
        id: "mfa-check-ineffective", wing: .mfa, severity: .error,
        kinds: [.policies.subtracting(DocumentKinds(.resourceControlPolicy))], fixes: [.narrowing],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent"
            )
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.mentionsMFA {
            guard let flaw = MFAFlaw.find(statement, in: policy), let message = message(flaw, statement) else {
                continue
            }
            let condition = flaw.culprit.condition
            let span =
                switch flaw.kind {
                case .inverted, .bothValues: condition.keyMember.value.span
                default: condition.operatorMember.key.span
                }
            context.report(message, at: span, fix: fix(flaw, statement, context))
        }
    }

    private static func message(_ flaw: MFAFlaw, _ statement: Statement) -> Message? {
        let operatorName = flaw.culprit.condition.operatorMember.key.value
        return switch flaw.kind {
        case .optional: .optional(operatorName)
        case .presenceOnly: statement.allows ? .presenceInAllow : .presenceInDeny
        case .denyMissesKeys: .denyMissesKeys(operatorName)
        case .setOperator: .setOperator(operatorName)
        case .inverted: statement.allows ? .invertedAllow : .invertedDeny
        case .bothValues: .bothValues
        case .ageOptional: .ageOptional(operatorName)
        case .ageDenyMissesKeys: .ageDenyMissesKeys
        case .ageInverted: statement.allows ? .ageInvertedAllow : .ageInvertedDeny
        case .contradiction: .contradiction
        case .needlessSetPrefix: nil
        }
    }

    /// The condition that does what was meant. An inverted or contradictory one is for its author to
    /// judge.
    private static func fix(_ flaw: MFAFlaw, _ statement: Statement, _ context: RuleContext) -> Fix? {
        guard let block = statement.condition.value else { return nil }
        let condition = flaw.culprit.condition
        let present = MFACondition.Key.present.rawValue
        let edits: [TextEdit]?
        switch flaw.kind {
        case .optional, .bothValues, .setOperator, .presenceOnly:
            guard flaw.culprit.key == .present else { return nil }
            edits =
                statement.allows
                ? MFAConditionEditing.replace(condition, in: block, with: "Bool", present, "true", context.editing)
                : MFAConditionEditing.replace(
                    condition, in: block, with: "BoolIfExists", present, "false", context.editing)
        case .denyMissesKeys:
            edits = MFAConditionEditing.replace(
                condition, in: block, with: "BoolIfExists", present, "false", context.editing)
        case .ageOptional:
            let name = condition.operatorMember.key.value
            guard name.hasSuffix("IfExists"), let value = condition.values.first?.value, condition.values.count == 1
            else { return nil }
            edits = MFAConditionEditing.replace(
                condition, in: block, with: String(name.dropLast("IfExists".count)), condition.key, value,
                context.editing)
        case .inverted, .ageDenyMissesKeys, .ageInverted, .contradiction, .needlessSetPrefix:
            return nil
        }
        // A Deny whose list holds both values denies people with MFA too; taking that away would widen.
        if flaw.kind == .bothValues && statement.denies { return nil }
        return edits.map { Fix("require MFA for real", .narrowing, $0) }
    }
}

extension Message {
    fileprivate static func optional(_ name: String) -> Message {
        Message(
            "`\(name)` also holds when the key is absent, and requests signed with an access key never carry it",
            help: "use `Bool`: it holds only for requests with MFA")
    }

    fileprivate static let presenceInAllow = Message(
        "`Null` tests that the key is there; it is there, and false, in sessions without MFA",
        help: "use `\"Bool\": { \"aws:MultiFactorAuthPresent\": \"true\" }`")

    fileprivate static let presenceInDeny = Message(
        "this Deny reaches only requests without the key; sessions without MFA carry it as false and pass",
        help: "use `\"BoolIfExists\": { \"aws:MultiFactorAuthPresent\": \"false\" }`, which reaches both")

    fileprivate static func denyMissesKeys(_ name: String) -> Message {
        Message(
            "`\(name)` in this Deny does not reach requests signed with an access key, which do not carry the key",
            help: "use `BoolIfExists`: it also denies requests without the key")
    }

    fileprivate static func setOperator(_ name: String) -> Message {
        Message(
            "the set prefix of `\(name)` decides wrongly for requests that do not carry the key",
            help: "the key has one value: use `Bool` in an Allow, `BoolIfExists` in a Deny")
    }

    fileprivate static let invertedAllow = Message(
        "this allows only requests without MFA", help: "to require MFA, test for `\"true\"`")
    fileprivate static let invertedDeny = Message(
        "this denies requests with MFA, not those without",
        help: "to require MFA, deny `\"BoolIfExists\": { \"aws:MultiFactorAuthPresent\": \"false\" }`")
    fileprivate static let bothValues = Message(
        "the list names both true and false, so it tells nothing apart", help: "to require MFA, keep only `\"true\"`")

    fileprivate static func ageOptional(_ name: String) -> Message {
        Message(
            "`\(name)` also holds without MFA, when there is no age", help: "leave out `IfExists`")
    }

    fileprivate static let ageDenyMissesKeys = Message(
        "this Deny reaches old sessions with MFA, not requests without any",
        help: "deny also `\"BoolIfExists\": { \"aws:MultiFactorAuthPresent\": \"false\" }`, in a statement of its own")
    fileprivate static let ageInvertedAllow = Message(
        "this allows only sessions whose MFA is older than the limit", help: "use `NumericLessThan`")
    fileprivate static let ageInvertedDeny = Message(
        "this denies sessions whose MFA is fresh", help: "use `NumericGreaterThan`")
    fileprivate static let contradiction = Message(
        "these conditions on MFA exclude one another, so the statement never applies",
        help: "keep the one that is meant")
}
