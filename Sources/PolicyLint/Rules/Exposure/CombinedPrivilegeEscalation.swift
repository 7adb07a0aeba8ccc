/// Policies that together let a user or role gain more than they grant, as none of them does alone.
enum CombinedPrivilegeEscalation: AccountPrincipalRule {
    static let metadata = RuleMetadata(
        id: "combined-privilege-escalation", wing: .exposure, severity: .warning,
        kinds: DocumentKinds(.accountPrincipal),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"),
        ])

    static func check(_ principal: AccountPrincipal, _ context: inout RuleContext) {
        guard let place = principal.place, let ways = context.principalSketch?.combinedWays else { return }
        let found = CombinedEscalation.find(in: principal, among: ways, context.catalogue)
        guard let first = found.first else { return }
        context.report(.escalation(principal, first, count: found.count), at: place, related: first.related)
    }
}

extension CombinedEscalation {
    /// Where the actions are allowed.
    fileprivate var related: [Diagnostic.Related] {
        shares.compactMap { share in
            share.statement.place(of: share.action).map { place in
                Diagnostic.Related(
                    "\(share.holding.attached.inWords) allows `\(share.action)` here",
                    at: share.holding.reading.text.fileSpan(place.span))
            }
        }
    }
}

extension Message {
    fileprivate static func escalation(
        _ principal: AccountPrincipal, _ way: CombinedEscalation, count: Int
    ) -> Message {
        let actions = way.path.actions.map { "`\($0)`" }
        var text = "\(way.shares.map(\.holding.attached).inWords) together let \(principal.inWords) \(way.path.deed),"
        text += " by \(actions.dropLast().joined(separator: ", ")) and \(actions.last ?? "")"
        switch count - 1 {
        case 0: break
        case 1: text += "; they open one more way to gain rights"
        case let more: text += "; they open \(more) more ways to gain rights"
        }
        let passes = if case .pass = way.path.kind { true } else { false }
        return Message(
            text,
            help: passes
                ? "name the roles in `Resource`, and in a condition on `iam:PassedToService` who may get them"
                : "name in `Resource` what may be used, or take one of the policies away",
            severity: way.path.kind == .use ? .note : nil)
    }
}
