/// Policies that together let a user or role do everything, as none of them does alone.
enum CombinedAdministratorAccess: AccountPrincipalRule {
    static let metadata = RuleMetadata(
        id: "combined-administrator-access", wing: .exposure, severity: .warning,
        kinds: DocumentKinds(.accountPrincipal),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege")
        ])

    static func check(_ principal: AccountPrincipal, _ context: inout RuleContext) {
        // A quick look that spares most principals from being read.
        guard let place = principal.place, context.principalSketch?.mayCombineToEverything == true else { return }
        let holdings = PrincipalPermissions(principal).policiesAllowingEverything()
        guard holdings.count > 1 else { return }
        let related = holdings.compactMap { holding in
            holding.reading.policy.statements.first { $0.allows }
                .flatMap { ($0.notAction.member ?? $0.action.member)?.key.span }
                .map {
                    Diagnostic.Related(
                        "\(holding.attached.inWords) allows its part here", at: holding.reading.text.fileSpan($0))
                }
        }
        context.report(.everything(principal, holdings.map(\.attached)), at: place, related: related)
    }
}

extension Message {
    fileprivate static func everything(_ principal: AccountPrincipal, _ policies: [AttachedPolicy]) -> Message {
        Message(
            "\(policies.inWords) together let \(principal.inWords) do everything: it is an administrator",
            help: "take one of the policies away, or list in it the actions that are needed")
    }
}
