/// An action of a service whose resources no resource control policy can protect.
enum RcpServiceUnsupported: StatementRule {
    static let metadata = RuleMetadata(
        id: "rcp-service-unsupported", wing: .services, severity: .warning,
        kinds: DocumentKinds(.resourceControlPolicy),
        references: [
            .accessAnalyzer("RCP_SYNTAX_ERROR_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services"
            ),
            .peer(.iamPolicyValidator, "policy_type_validation.unsupported_rcp_service"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for action in statement.actions {
            let service = action.value.prefix { $0 != ":" }
            guard service.utf8.count < action.value.utf8.count,
                !ResourceControlService.prefixes.contains(service.lowercased()),
                // What is no service at all is for others to say.
                context.catalogue.hasService(service)
            else { continue }
            context.report(.unsupported(service), at: action.span)
        }
    }
}

extension Message {
    fileprivate static func unsupported(_ service: Substring) -> Message {
        Message(
            "AWS does not list `\(service)` among the services that resource control policies protect",
            help: "use a service control policy, or the policies of the resources; AWS's list grows over time")
    }
}
