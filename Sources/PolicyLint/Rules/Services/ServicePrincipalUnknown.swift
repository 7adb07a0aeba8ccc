/// A service principal that no service has.
enum ServicePrincipalUnknown: StatementRule {
    static let metadata = RuleMetadata(
        id: "service-principal-unknown", wing: .services, severity: .warning, kinds: .policiesWithPrincipal,
        fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services"
            )
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for principal in statement.principals + (statement.notPrincipal.value?.principals ?? []) {
            guard principal.type == .service, let name = ServicePrincipalName(principal.value.value),
                !isPlausible(name, context.catalogue)
            else { continue }
            let nearest = context.catalogue.nearestServicePrincipal(to: principal.value.value)
            context.report(
                .unknown(principal.value.value, nearest, context.catalogue.date), at: principal.value.span,
                fix: nearest.map {
                    Fix("write `\($0)`", .suggestion, [context.editing.replace(principal.value.span, withString: $0)])
                })
        }
    }

    /// Whether a service may have this principal: one that is known, or any part of a known service. The list of
    /// principals is not complete, as AWS publishes none.
    private static func isPlausible(_ name: ServicePrincipalName, _ catalogue: ServiceCatalogue) -> Bool {
        if name.service.hasWildcard
            || name.service.utf8.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "{") })
        {
            return true
        }
        let service = name.serviceWithoutRegion ?? name.service
        let last = service.split(separator: ".").last ?? service
        return catalogue.servicePrincipal(name.name) != nil || catalogue.hasService(last)
            || catalogue.hasFormerActions(ofService: last)
            || catalogue.servicePrincipal(last + ".amazonaws.com") != nil
    }
}

extension Message {
    fileprivate static func unknown(_ name: String, _ nearest: String?, _ date: String) -> Message {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "`\(name.excerpt)` is the principal of no known service, as of \(date)\(question)",
            help:
                "look the principal up in the service's documentation: AWS refuses a role that trusts one it does not know"
        )
    }
}
