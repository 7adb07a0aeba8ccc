/// An Allow of all actions of a service on every resource.
enum ServiceWildcard: PolicyRule {
    static let metadata = RuleMetadata(
        id: "service-wildcard", wing: .exposure, severity: .note, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.21"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        var found: [Located<String>] = []
        for statement in policy.statements where statement.allows && statement.conditions.isEmpty {
            let services = statement.actions.filter { isWholeService($0.value) }
            guard statement.resources.contains(where: { GlobPattern.isEveryResource($0.value) })
            else { continue }
            found += services
        }
        guard let first = found.first else { return }
        context.report(
            .wholeServices(found.map(\.value)), at: first.span,
            related: found.dropFirst().map { Diagnostic.Related("`\($0.value)` is allowed here", at: $0.span) })
    }

    /// Whether a pattern is a service and nothing but wildcards: `s3:*`.
    private static func isWholeService(_ action: String) -> Bool {
        guard let colon = action.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let rest = action[action.index(after: colon)...]
        return !rest.isEmpty && rest.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
            && !action[..<colon].utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }
}

extension Message {
    fileprivate static func wholeServices(_ actions: [String]) -> Message {
        Message(
            "\(actions.inWords) allowed on every resource: all that the service can do, also what AWS adds later",
            help: "list the actions that are needed, or name the resources")
    }
}
