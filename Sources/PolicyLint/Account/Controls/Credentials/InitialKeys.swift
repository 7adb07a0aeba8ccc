/// Whether users with a password were given an access key when they were made.
enum InitialKeys: Control {
    static let metadata = ControlMetadata(
        id: "initial-keys", group: .credentials, title: "users with a password are not given keys when they are made",
        closes: "a key that nobody asked for is a key that nobody looks after",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html")
        ] + .cis("1.11", "1.11", "1.10", "2.10", nil), isOnlyForBenchmarks: true)

    /// Seconds between the making of a user and that of a key within which both were one step in the console.
    private static let oneStep = 60

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { linesOfUsers(evidence) { check($0) } }

    private static func check(_ user: UserEvidence) -> ChecklistLine {
        let (keys, subject) = (ActiveKeys(user), Subject.user(user.name))
        let password = user.password
        if password.yes.isEmpty, !password.no.isEmpty { return pass(subject, "the user has no password", password.no) }
        if let gap = keys.gap { return needsReport(subject, gap) }
        if keys.keys.isEmpty { return pass(subject, "the user has no active access key", keys.absence) }
        guard !password.yes.isEmpty, let row = user.row,
            let made = ActiveKeys.moment("user_creation_time", row), let moment = made.moment
        else {
            return needsReport(
                subject, EvidenceGap("the export does not tell when the user was made, or whether they have a password")
            )
        }
        let initial = keys.keys.compactMap(\.made).filter {
            abs($0.moment.secondsSince1970 - moment.secondsSince1970) <= oneStep
        }
        if initial.isEmpty {
            return pass(
                subject, "the user's keys were made later than the user",
                [made.evidence] + keys.keys.compactMap(\.made).map(\.evidence))
        }
        return open(
            subject, "the user was made with an access key", [made.evidence] + initial.map(\.evidence),
            next: "delete the key where nobody uses it, or exchange it for one that was asked for",
            command:
                "aws iam delete-access-key \(ShellWord.option("user-name", user.name)) --access-key-id KEY_ID")
    }
}
