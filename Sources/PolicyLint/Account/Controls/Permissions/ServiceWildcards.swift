/// Whether managed policies of the account's own allow all actions of a service.
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
            policy.statements.filter(\.allows).flatMap(\.actions)
                .filter { GlobPattern.isWholeService($0.value) }
                .map { ("allows `\($0.value)`", $0.span) }
        }
    }
}
