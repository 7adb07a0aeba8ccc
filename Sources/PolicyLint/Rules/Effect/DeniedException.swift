/// A Deny with `NotPrincipal` that stops the very principal it excepts, since it does not except its account.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>.
enum DeniedException: StatementRule {
    static let metadata = RuleMetadata(
        id: "denied-exception", wing: .effect, severity: .warning, kinds: DocumentKinds(.resourcePolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html")
        ])

    static let concerns: Statement.Contents = .exclusions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.denies, let exceptions = statement.notPrincipal.value?.principals else { return }
        for exception in exceptions {
            switch exception.identity {
            case .user, .role, .roleSession: break
            default: continue
            }
            guard let account = exception.identity.account, !exceptions.contains(where: { isAccount($0, account) })
            else { continue }
            context.report(.accountMissing(exception.value.value, account), at: exception.value.span)
        }
    }

    private static func isAccount(_ principal: Principal, _ account: String) -> Bool {
        if case .account(account, _) = principal.identity { true } else { principal.identity == .anyone }
    }
}

extension Message {
    fileprivate static func accountMissing(_ principal: String, _ account: String) -> Message {
        Message(
            "the Deny may stop `\(principal.excerpt)` too: AWS checks its account first, which is not excepted",
            help: """
                deny `"Principal": "*"` under the condition `ArnNotEquals` on `aws:PrincipalArn`, or except account \
                \(account) as well
                """)
    }
}
