/// Whether passwords and keys are there that nobody used for 45 days.
enum UnusedCredentials: Control {
    static let metadata = ControlMetadata(
        id: "unused-credentials", group: .credentials, title: "passwords and keys unused for 45 days are taken away",
        closes: "nobody notices when a credential is stolen that nobody uses",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html"),
            .securityHub("IAM.22"),
        ] + .cis("1.12", "1.12", "1.11", "2.11", "2.11"))

    /// For how many days nobody may have used them.
    static let days = 45

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfUsers(evidence) { line($0, days: days, in: evidence) }
    }
}
