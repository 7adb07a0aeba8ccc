/// Whether access keys are exchanged every 90 days.
enum KeyRotation: Control {
    static let metadata = ControlMetadata(
        id: "key-rotation", group: .credentials, title: "access keys are exchanged every 90 days",
        closes: "an old key lies in more places than anyone remembers",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"),
            .securityHub("IAM.3"),
        ] + .cis("1.14", "1.14", "1.13", "2.13", "2.12"))

    private static let days = 90

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfUsers(evidence) { check($0, evidence.presentOrReportTime) }
    }

    private static func check(_ user: UserEvidence, _ now: Timestamp?) -> ChecklistLine {
        let (keys, subject) = (ActiveKeys(user), Subject.user(user.name))
        guard let now else { return needsReport(subject, EvidenceGap("nobody says which day it is")) }
        let old = keys.keys.compactMap(\.made).filter { now.days(since: $0.moment) > days }
        if !old.isEmpty {
            return open(
                subject, "an active access key is older than \(days) days", old.map(\.evidence),
                next:
                    "give the program a role instead; where only a key will do, make a new one and delete the old one",
                command: "aws iam create-access-key \(ShellWord.option("user-name", user.name))")
        }
        if let gap = keys.gap { return needsReport(subject, gap) }
        if let key = keys.keys.first(where: { $0.made == nil }) {
            return needsReport(
                subject, EvidenceGap("the export does not tell when an active key was made", [key.evidence]))
        }
        if keys.keys.isEmpty { return pass(subject, "the user has no active access key", keys.absence) }
        return pass(
            subject, "no active access key is older than \(days) days", keys.keys.compactMap(\.made).map(\.evidence))
    }
}
