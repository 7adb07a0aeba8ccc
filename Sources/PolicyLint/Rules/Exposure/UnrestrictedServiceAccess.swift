/// A resource policy that lets a service in for whichever customer it acts.
enum UnrestrictedServiceAccess: PolicyRule {
    static let metadata = RuleMetadata(
        id: "unrestricted-service-access", wing: .exposure, severity: .warning, kinds: DocumentKinds(.resourcePolicy),
        fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
            .accessAnalyzer("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            // A condition on who calls keeps services out.
            guard statement.mayHold(for: .service, hasVariables: policy.replacesVariables) else { continue }
            let actions = statement.actions.map(\.value)
            for principal in statement.principals {
                guard case .service(let service) = principal.identity, ServiceDomain.has(service),
                    !SourcelessAccess.isKnown(of: service, for: actions)
                else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: actions.first ?? "*", caller: .service)
                if demands.hold(\.restrictsCustomer) { continue }
                let key = statement.conditions.first { CallerKey.isOfSource($0.key) }
                context.report(
                    key.map { .anySource(service, $0.key) } ?? .anyCustomer(service), at: principal.value.span,
                    fix: key == nil ? fix(statement, context) : nil)
            }
        }
    }

    /// A person has to say for which account the service acts: it is often the own one, and not always. Other
    /// principals of the statement would be locked out.
    private static func fix(_ statement: Statement, _ context: RuleContext) -> Fix? {
        guard statement.principals.allSatisfy({ $0.type == .service }) else { return nil }
        return ConditionEditing.add(
            "StringEquals", "aws:SourceAccount", context.ownAccount ?? "ACCOUNT_ID", to: statement, context.editing
        )
        .map { Fix("let the service in only when it acts for an account you know", .suggestion, [$0]) }
    }
}

extension Message {
    fileprivate static func anyCustomer(_ service: String) -> Message {
        Message(
            "`\(service.excerpt)` may do this for any of its customers, not only for you",
            help: """
                require the ARN of the resource for which it acts in `aws:SourceArn`, or its account in \
                `aws:SourceAccount`; an organization in `aws:SourceOrgID`
                """)
    }

    fileprivate static func anySource(_ service: String, _ key: String) -> Message {
        Message(
            "`\(service.excerpt)` may do this for any of its customers: the test of `\(key.excerpt)` does not say whose the source is",
            help: "name the account in it, or require `aws:SourceAccount` as well", issue: .none)
    }
}
