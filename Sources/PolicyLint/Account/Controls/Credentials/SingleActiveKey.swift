/// Whether users have more active access keys than one, which only the days of an exchange need.
enum SingleActiveKey: Control {
    static let metadata = ControlMetadata(
        id: "single-active-key", group: .credentials, title: "a user has one active access key at most",
        closes: "of two keys one is forgotten, and nobody notices its theft",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html")
        ] + .cis("1.13", "1.13", "1.12", "2.12", nil), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfUsers(evidence) { user in
            let (keys, subject) = (ActiveKeys(user), Subject.user(user.name))
            if let gap = keys.gap { return needsReport(subject, gap) }
            if keys.keys.count > 1 {
                return open(
                    subject, "the user has two active access keys", keys.keys.map(\.evidence),
                    next: "find out which of the two is in use, and deactivate the other",
                    command:
                        "aws iam update-access-key \(ShellWord.option("user-name", user.name)) --access-key-id KEY_ID --status Inactive"
                )
            }
            let says = keys.keys.isEmpty ? "the user has no active access key" : "the user has one active access key"
            return pass(subject, says, keys.keys.map(\.evidence) + keys.absence)
        }
    }
}
