/// A user or role that can rewrite its own permissions.
enum SelfPrivilegeEscalation: AccountPrincipalRule {
    static let metadata = RuleMetadata(
        id: "self-privilege-escalation", wing: .exposure, severity: .warning,
        kinds: DocumentKinds(.accountPrincipal),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html")
        ])

    static func check(_ principal: AccountPrincipal, _ context: inout RuleContext) {
        guard let place = principal.place, let sketch = context.principalSketch,
            let found = SelfEscalation.find(in: principal, sketch, context.catalogue)
        else { return }
        let related = found.statement.place(of: found.action).map {
            Diagnostic.Related(
                "\(found.holding.attached.inWords) allows it here", at: found.holding.reading.text.fileSpan($0.span))
        }
        context.report(.itself(principal, found), at: place, related: [related].compactMap(\.self))
    }
}

extension Message {
    fileprivate static func itself(_ principal: AccountPrincipal, _ found: SelfEscalation) -> Message {
        let (type, name) = found.resource.typeAndName
        let what =
            switch type {
            case "group": "its own group `\(name)`"
            case "policy": "the policy `\(name)`, which it has,"
            default: "itself"
            }
        return Message(
            "\(principal.inWords) may do `\(found.action)` on \(what), and so give itself every permission",
            help: "take the action away, or set a permissions boundary: nobody gets beyond it")
    }
}
