/// A condition on the IAM principal who calls, in a statement about a service.
enum ServicePrincipalForeignKey: PolicyRule {
    static let metadata = RuleMetadata(
        id: "service-principal-foreign-key", wing: .conditions, severity: .error,
        kinds: DocumentKinds(.resourcePolicy, .trustPolicy), fixes: [.suggestion],
        references: [
            .accessAnalyzer("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows || statement.denies {
            let services = statement.principals.filter { $0.type == .service }
            guard let service = services.first else { continue }
            let isOnlyServices = services.count == statement.principals.count
            for condition in statement.conditions {
                guard CallerKey.isOnlyOfIAMPrincipals(condition.key), condition.operator != nil else { continue }
                let consequence = Consequence(statement, holds: condition.holdsWithoutKey)
                context.report(
                    .foreign(condition.key, service.value.value, consequence, isOnlyServices: isOnlyServices),
                    at: condition.keyMember.key.span,
                    fix: isOnlyServices ? fix(condition, context) : nil,
                    related: services.dropFirst().map {
                        Diagnostic.Related("this is a service, too", at: $0.value.span)
                    })
            }
        }
    }

    /// What the condition makes of the requests of services.
    fileprivate enum Consequence {
        case neverAllows, neverDenies, testsNothing

        init(_ statement: Statement, holds: Bool) {
            self = holds ? .testsNothing : statement.allows ? .neverAllows : .neverDenies
        }
    }

    /// What asks the same of the resource that a service acts for. It lets services in that are shut out now.
    private static func fix(_ condition: Condition, _ context: RuleContext) -> Fix? {
        guard let source = CallerKey.source(likePrincipal: condition.key),
            let tests = condition.operatorMember.value.object,
            !tests.contains(where: { $0.key.value.equalsIgnoringCase(source) })
        else { return nil }
        return Fix("test `\(source)`", .suggestion, [context.editing.rename(condition.keyMember, to: source)])
    }
}

extension Message {
    fileprivate static func foreign(
        _ key: String, _ service: String, _ consequence: ServicePrincipalForeignKey.Consequence, isOnlyServices: Bool
    ) -> Message {
        let words =
            switch consequence {
            case .neverAllows: "this statement allows it nothing"
            case .neverDenies: "this statement denies it nothing"
            case .testsNothing: "the condition says nothing of it"
            }
        return Message(
            "requests of `\(service)` never carry `\(key.excerpt)`: \(words)",
            help: """
                test `aws:SourceAccount`, `aws:SourceArn`, `aws:SourceOrgID` or `aws:SourceOrgPaths` for services, in a \
                statement of their own
                """,
            severity: consequence == .neverAllows && isOnlyServices ? .error : .warning)
    }
}
