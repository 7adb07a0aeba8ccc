/// A value of another form than what its key holds, so that no request matches it.
enum ConditionValueMisfit: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "condition-value-misfit", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"),
            .documentation(
                "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service"),
        ])

    static let keys = KeyValueForm.keys

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let form = KeyValueForm(ofKey: condition.key, condition.keyHash), let test = condition.operator,
                test.name.family == .string
            else { continue }
            for (index, sketch) in condition.sketches.enumerated()
            where sketch.traits.isDisjoint(with: [.variable, .template]) {
                // Under an operator without wildcards they are another sort of mistake.
                if sketch.traits.contains(.wildcard), !test.name.takesWildcards { continue }
                let value = condition.values[index]
                let text = test.name.ignoresCase ? value.value.lowercased() : value.value
                guard !form.mayBe(text) else { continue }
                context.report(
                    .misfit(value.value, condition.key, form), at: value.span,
                    fix: fix(value, form, test, statement, context))
            }
        }
    }

    /// The number without what people write between its digits, which leaves no doubt; the principal of a service that
    /// is named by its prefix.
    private static func fix(
        _ value: Located<String>, _ form: KeyValueForm, _ test: ConditionOperator, _ statement: Statement,
        _ context: RuleContext
    ) -> Fix? {
        let digits = String(decoding: value.value.utf8.filter(\.isDigit), as: UTF8.self)
        let meant: (text: String, effect: Fix.Effect)?
        switch form {
        case .account where AmazonResourceName.isAccountID(digits) && value.value.utf8.allSatisfy { !$0.isLetter }:
            meant = (digits, .listingMore(test, in: statement))
        case .servicePrincipal:
            meant = context.catalogue.servicePrincipal(value.value + ServiceDomain.usual).map { ($0, .suggestion) }
        case .actionName:
            meant = value.value.lastIndex(of: ":").map {
                (String(value.value[value.value.index(after: $0)...]), .listingMore(test, in: statement))
            }
        default: meant = nil
        }
        return meant.map {
            Fix("write `\($0.text)`", $0.effect, [context.editing.replace(value.span, withString: $0.text)])
        }
    }
}

extension Message {
    fileprivate static func misfit(_ value: String, _ key: String, _ form: KeyValueForm) -> Message {
        let (what, help) =
            switch form {
            case .account: ("number of an account", "write its twelve digits, without anything between them")
            case .organization:
                ("id of an organization", "write it as AWS Organizations has it, such as `o-a1b2c3d4e5`")
            case .organizationPath:
                (
                    "path in an organization",
                    "end it with `/`, or with `/*` for all below it: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`"
                )
            case .actionName: ("name of an action alone", "write it without its service: `RunInstances`")
            case .servicePrincipal: ("principal of a service", "write it in full, such as `ec2.amazonaws.com`")
            case .serviceInRegion:
                (
                    "service with its Region",
                    "write both, such as `s3.eu-central-1.amazonaws.com` or, with wildcards, `s3.*.amazonaws.com`"
                )
            }
        return Message(
            "`\(value.excerpt)` is no \(what), which is what `\(key.excerpt)` holds: no request matches it", help: help)
    }
}
