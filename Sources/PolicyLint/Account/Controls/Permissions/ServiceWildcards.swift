/// Whether managed policies of the account's own allow all actions of a service, by a wildcard or by `NotAction`.
///
/// Source: CT.IAM.PR.3 of <https://docs.aws.amazon.com/controltower/latest/controlreference/iam-rules.html>.
enum ServiceWildcards: Control {
    static let metadata = ControlMetadata(
        id: "service-wildcards", group: .permissions,
        title: "no customer managed policy allows all actions of a service",
        closes: "what AWS adds to a service is allowed unseen",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.21"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        lines(
            of: .managed(evidence), nothing: "no customer managed policy allows all actions of a service",
            next: "list the actions that are needed"
        ) { policy in
            policy.statements.filter(\.allows).flatMap { statement in
                // All services but those of the few are held whole.
                if let key = statement.notAction.member?.key { return [("allows all actions but a few", key.span)] }
                return statement.actions.filter { GlobPattern.holdsWholeService($0.value) }
                    .map { ("allows `\($0.value)`", $0.span) }
            }
        }
    }
}
