/// An Allow of all actions of a service on every resource.
enum WholeServiceAccess: PolicyRule {
    static let metadata = RuleMetadata(
        id: "whole-service-access", wing: .exposure, severity: .note, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.21"),
            .peer(.iamPolicyValidator, "service_wildcard.overly_permissive"),
            .peer(.checkov, "CKV2_AWS_40"),
            .peer(.cloudsplaining, "ServiceWildcard"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        var found: [Located<String>] = []
        for statement in policy.statements where statement.allows && statement.conditions.isEmpty {
            // A quick look: most lists of actions hold no wildcard.
            guard let list = statement.action.value, list.traits.contains(.wildcard),
                statement.resources.contains(where: { GlobPattern.isEveryResource($0.value) })
            else { continue }
            // A quick look at each of them.
            for index in list.sketches.indices where list.sketches[index].traits.contains(.wildcard) {
                let action = list.items[index]
                guard GlobPattern.isWholeService(action.value),
                    let colon = action.value.utf8.firstIndex(of: UInt8(ascii: ":")),
                    context.catalogue.hasService(action.value[..<colon])
                else { continue }
                found.append(action)
            }
        }
        guard let first = found.first else { return }
        context.report(
            .wholeServices(found.map(\.value)), at: first.span,
            related: found.dropFirst().map { Diagnostic.Related("`\($0.value)` is allowed here", at: $0.span) })
    }
}

extension Message {
    fileprivate static func wholeServices(_ actions: [String]) -> Message {
        Message(
            "\(actions.inWords) allowed on every resource: all that the service can do, including what AWS adds later",
            help: "list the actions that are needed, or name the resources")
    }
}
