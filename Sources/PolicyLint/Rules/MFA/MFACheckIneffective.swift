/// A condition on MFA that looks as if it required MFA and does not.
enum MFACheckIneffective: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "mfa-check-ineffective", wing: .mfa, severity: .error,
        kinds: [.policies.subtracting(DocumentKinds(.resourceControlPolicy))], fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent"
            ),
            .peer(.parliament, "BAD_PATTERN_FOR_MFA"),
            .peer(.iamPolicyValidator, "mfa_condition_antipattern.mfa_antipattern_bool_false"),
            .peer(.iamPolicyValidator, "mfa_condition_antipattern.mfa_antipattern_boolif_exists_false"),
            .peer(.iamPolicyValidator, "mfa_condition_antipattern.mfa_antipattern_null_false"),
            .peer(.iamPolicyValidator, "mfa_condition_antipattern.mfa_antipattern_null_true"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
            .peer(.iamPolicyValidator, "set_operator_validation.set_operator_on_single_valued_key"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
        ])

    static let keysOfConcern: NameSet? = MFACondition.keys

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look that spares most statements from being read.
        for statement in policy.conditionedStatements where statement.mentionsMFA {
            guard MFAAudience.hasPeople(statement, context.document),
                let flaw = MFAFlaw.find(statement, in: policy)
            else { continue }
            let effect = effect(flaw, statement, policy, context.document)
            guard let message = message(flaw, statement, effect) else { continue }
            let condition = flaw.culprit.condition
            let span =
                switch flaw.kind {
                case .inverted, .bothValues: condition.keyMember.value.span
                default: condition.operatorMember.key.span
                }
            context.report(message, at: span, fix: fix(flaw, statement, effect, context))
        }
    }

    private static func message(_ flaw: MFAFlaw, _ statement: Statement, _ effect: Fix.Effect) -> Message? {
        let operatorName = flaw.culprit.condition.operatorMember.key.value
        return switch flaw.kind {
        case .optional: .optional(operatorName)
        case .presenceOnly: statement.allows ? .presenceInAllow : .presenceInDeny
        case .denyMissesKeys: .denyMissesKeys(operatorName, sparesRoles: effect == .suggestion)
        case .setOperator: .setOperator(operatorName)
        case .inverted: statement.allows ? .invertedAllow : .invertedDeny
        case .bothValues: .bothValues(flaw.culprit.condition)
        case .ageOptional: .ageOptional(operatorName)
        case .ageDenyMissesKeys: .ageDenyMissesKeys
        case .ageInverted: statement.allows ? .ageInvertedAllow : .ageInvertedDeny
        case .contradiction: .contradiction
        case .needlessSetPrefix: nil
        }
    }

    /// Requiring MFA for real allows fewer requests; turning a test round allows others.
    private static func effect(
        _ flaw: MFAFlaw, _ statement: Statement, _ policy: Policy, _ document: Document
    ) -> Fix.Effect {
        switch flaw.kind {
        case .inverted, .ageInverted: .suggestion
        // A Deny of both values stops people with MFA too; they would be let in.
        case .bothValues where statement.denies: .suggestion
        default: MFAAudience.effect(of: statement, in: policy, document)
        }
    }

    /// The condition that does what was meant; contradictory ones are for their author to judge.
    private static func fix(
        _ flaw: MFAFlaw, _ statement: Statement, _ effect: Fix.Effect, _ context: RuleContext
    ) -> Fix? {
        guard let block = statement.condition.value, !flaw.isShared else { return nil }
        let condition = flaw.culprit.condition
        let present = MFACondition.Key.present.rawValue
        let test: (name: String, value: String)?
        switch flaw.kind {
        case .optional, .bothValues, .setOperator, .presenceOnly, .denyMissesKeys, .inverted:
            guard flaw.culprit.key == .present else { return nil }
            test = statement.allows ? ("Bool", "true") : ("BoolIfExists", "false")
        case .ageOptional, .ageDenyMissesKeys, .ageInverted:
            test = ageTest(flaw, allows: statement.allows)
        case .contradiction, .needlessSetPrefix:
            test = nil
        }
        guard let test else { return nil }
        let key = flaw.culprit.key == .present ? present : condition.key
        return ConditionEditing.replace(condition, in: block, with: test.name, key, test.value, context.editing)
            .map { Fix("require MFA for real", effect, $0) }
    }

    /// The test of the age that an Allow, or a Deny, needs in the place of this one.
    private static func ageTest(_ flaw: MFAFlaw, allows: Bool) -> (name: String, value: String)? {
        let condition = flaw.culprit.condition
        guard condition.values.count == 1, let name = condition.operator?.name else { return nil }
        let value = condition.values[0].value
        switch name {
        case .numericLessThan, .numericLessThanEquals:
            return (allows ? name.rawValue : "NumericGreaterThanIfExists", value)
        case .numericGreaterThan, .numericGreaterThanEquals:
            return (allows ? "NumericLessThan" : name.rawValue + "IfExists", value)
        default: return nil
        }
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

    fileprivate static func denyMissesKeys(_ name: String, sparesRoles: Bool) -> Message {
        // Where roles and services are in view, the plain operator may have been chosen to spare them.
        let caution = sparesRoles ? "; exempt the roles and services that need access, which never carry it" : ""
        return Message(
            "`\(name)` in this Deny does not reach requests signed with an access key, which do not carry the key",
            help: "use `BoolIfExists`: it also denies requests without the key" + caution,
            severity: sparesRoles ? .warning : nil)
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
    fileprivate static func bothValues(_ condition: Condition) -> Message {
        let pattern = condition.values.first { $0.value.hasWildcard }
        return Message(
            pattern.map { "`\($0.value.excerpt)` matches both true and false, so it distinguishes nothing" }
                ?? "the list names both true and false, so it distinguishes nothing",
            help: "to require MFA, keep only `\"true\"`")
    }

    fileprivate static func ageOptional(_ name: String) -> Message {
        Message(
            "`\(name)` also holds without MFA, when there is no age", help: "leave out `IfExists`")
    }

    fileprivate static let ageDenyMissesKeys = Message(
        "this Deny reaches old sessions with MFA, not requests without any, which have no age",
        help: "use `NumericGreaterThanIfExists`: it also denies requests without MFA")
    fileprivate static let ageInvertedAllow = Message(
        "this allows only sessions whose MFA is older than the limit", help: "use `NumericLessThan`")
    fileprivate static let ageInvertedDeny = Message(
        "this denies sessions whose MFA is fresh",
        help: "use `NumericGreaterThanIfExists`, which denies old MFA and none")
    fileprivate static let contradiction = Message(
        "these conditions on MFA exclude one another, so the statement never applies",
        help: "keep the one that is meant")
}
