/// A policy that lets its holder gain more than it grants.
enum PrivilegeEscalation: PolicyRule {
    static let metadata = RuleMetadata(
        id: "privilege-escalation", wing: .grants, severity: .warning, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"),
            .peer(.parliament, "PRIVILEGE_ESCALATION"),
            .peer(.iamPolicyValidator, "sensitive_action.privilege_escalation"), .peer(.checkov, "CKV_AWS_110"),
            .peer(.checkov, "CKV_AWS_286"), .peer(.cloudsplaining, "PrivilegeEscalation"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // Who may do everything gains nothing.
        if context.grantSketch.allowsEverything { return }
        var places: [Place] = []
        // The session of a role has no `aws:username`.
        let isOfRole = context.document.owner.kind == .role
        for way in OpenEscalation.find(among: context.grantSketch.ways, context.openGrants) {
            guard !(way.isOnSelf && isOfRole), let action = way.path.actions.first,
                let statement = way.statements.first,
                let opening = statement.place(of: action)
            else { continue }
            if let index = places.firstIndex(where: { $0.opening.span == opening.span }) {
                places[index].ways.append(way)
            } else {
                places.append(Place(opening: opening, ways: [way]))
            }
        }
        for place in places {
            guard let message = Message.escalation(place) else { continue }
            context.report(message, at: place.opening.span, related: place.related)
        }
    }

    /// A place that opens ways of escalation.
    fileprivate struct Place {
        /// The action or the pattern, or `NotAction`.
        let opening: Located<String>
        /// The ways, the gravest first.
        var ways: [OpenEscalation]

        /// Where the other actions of the first way are allowed.
        var related: [Diagnostic.Related] {
            guard let way = ways.first else { return [] }
            var seen = [opening.span]
            return zip(way.path.actions, way.statements).compactMap { action, statement in
                guard let place = statement.place(of: action), !seen.contains(place.span) else { return nil }
                seen.append(place.span)
                return Diagnostic.Related("`\(action)` is allowed here", at: place.span)
            }
        }
    }
}

extension Message {
    fileprivate static func escalation(_ place: PrivilegeEscalation.Place) -> Message? {
        guard let way = place.ways.first, let action = way.path.actions.first else { return nil }
        let path = way.path
        var text =
            place.opening.value.equalsIgnoringCase(action)
            ? "`\(action)`" : "`\(place.opening.value)`, which lets `\(action)` in,"
        if case .pass = path.kind { text += " on any role" }
        if way.isOnSelf { text += " on `${aws:username}`" }
        let others = path.actions.dropFirst().map { "`\($0)`" }.joined(separator: ", ")
        if !others.isEmpty { text += " with \(others)" }
        text += " lets \(deed(way, action))"
        switch place.ways.count - 1 {
        case 0: break
        case 1: text += "; it opens one more way to gain rights"
        case let count: text += "; it opens \(count) more ways to gain rights"
        }
        return Message(text, help: help(way, action), severity: path.kind == .use ? .note : nil)
    }

    /// Who can do what.
    private static func deed(_ way: OpenEscalation, _ action: String) -> String {
        if way.isOnSelf {
            return action == "iam:PutUserPolicy"
                ? "every user who has it write any policy into themselves"
                : "every user who has it attach any policy to themselves"
        }
        // A condition names what may be attached, and the strongest is among it.
        let any = "attach any policy"
        guard way.path.deed.hasPrefix(any), way.statements.contains(where: \.limitsAttachedPolicies) else {
            return "its holder \(way.path.deed)"
        }
        return "its holder attach an administrator's policy\(way.path.deed.dropFirst(any.count))"
    }

    private static func help(_ way: OpenEscalation, _ action: String) -> String {
        switch way.path.kind {
        case .grant where credentials.contains(action):
            "let users change only what is theirs: name `arn:aws:iam::*:user/${aws:username}` in `Resource`"
        case .grant:
            "keep this for administrators; or name in `Resource` what may be changed, and nothing that its holder is, has or can become"
        case .pass: "name the roles in `Resource`, and in a condition on `iam:PassedToService` who may get them"
        case .use: "name in `Resource` what may be used, if its role can do more than this policy"
        }
    }

    /// The actions that people need on themselves, where they give no right.
    private static let credentials = ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"]
}

extension Statement {
    /// Whether a condition says which policies may be attached.
    fileprivate var limitsAttachedPolicies: Bool { conditions.contains { $0.isOn("iam:PolicyARN") } }
}
