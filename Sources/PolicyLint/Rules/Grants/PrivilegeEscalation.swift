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
        for way in OpenEscalation.find(among: context.grantSketch.ways, &context.openGrants) {
            guard let action = way.path.actions.first, let statement = way.statements.first,
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
        guard let path = place.ways.first?.path, let action = path.actions.first else { return nil }
        var text =
            place.opening.value.equalsIgnoringCase(action)
            ? "`\(action)`" : "`\(place.opening.value)`, which lets `\(action)` in,"
        if case .pass = path.kind { text += " on any role" }
        let others = path.actions.dropFirst().map { "`\($0)`" }.joined(separator: ", ")
        if !others.isEmpty { text += " with \(others)" }
        text += " lets its holder \(path.deed)"
        switch place.ways.count - 1 {
        case 0: break
        case 1: text += "; it opens one more way to gain rights"
        case let count: text += "; it opens \(count) more ways to gain rights"
        }
        return Message(text, help: help(path.kind), severity: path.kind == .use ? .note : nil)
    }

    private static func help(_ kind: EscalationPath.Kind) -> String {
        switch kind {
        case .grant: "name in `Resource` what may be changed, or keep this for administrators"
        case .pass: "name the roles in `Resource`, and in a condition on `iam:PassedToService` who may get them"
        case .use: "name in `Resource` what may be used, if its role can do more than this policy"
        }
    }
}
