/// Whether passwords and keys are there that nobody used for 90 days.
enum LongUnusedCredentials: Control {
    static let metadata = ControlMetadata(
        id: "long-unused-credentials", group: .credentials,
        title: "passwords and keys unused for 90 days are taken away",
        closes: "nobody notices when a credential is stolen that nobody uses",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html"),
            .securityHub("IAM.8"),
        ], isOnlyForBenchmarks: true)

    /// For how many days nobody may have used them.
    static let days = 90

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfUsers(evidence) { line($0, days: days, in: evidence) }
    }
}
