/// Whether root is used for daily work.
enum RootUse: Control {
    static let metadata = ControlMetadata(
        id: "root-use", group: .root, title: "the root user is not used for daily work",
        closes: "a slip made as root is limited by nothing", guide: 3,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html"),
            .securityHub("IAM.20"),
        ] + .cis("1.7", "1.7", "1.6", "2.6", "2.7"))

    /// Days within which a use is recent. The benchmarks give no number; three months is their usual span of
    /// review.
    private static let recentDays = 90

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        var recent: [Evidence] = []
        var old: [Evidence] = []
        if let caller = evidence.caller.value, caller.value.isRoot, let arn = caller.value.arn {
            recent.append(caller.evidence("root made this export", at: arn.span))
        }
        if let row = evidence.rootRow, let now = evidence.presentOrReportTime {
            for column in ["password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date"] {
                guard let cell = row.value[column] else { continue }
                let said = row.evidence("`\(column)` is `\(cell.value)`", at: cell.span)
                // `N/A` and `no_information`: never, as far as AWS knows.
                let isRecent = row.value.date(column).map { now.days(since: $0) <= recentDays } ?? false
                if isRecent { recent.append(said) } else { old.append(said) }
            }
        }
        if !recent.isEmpty {
            return [
                open(
                    .root, "root was used within the last \(recentDays) days", recent,
                    next:
                        "sign in as a user or role of your own, and as root only for the few tasks that need it; after \(recentDays) days without, the line closes"
                )
            ]
        }
        if let stale = evidence.staleReport, !old.isEmpty {
            return [
                cannotTell(
                    .root, EvidenceGap(stale.says, old), next: "export the credential report again",
                    command: ExportCommand.credentialReport)
            ]
        }
        if old.count == 3 { return [pass(.root, "root has not been used within the last \(recentDays) days", old)] }
        let gap =
            evidence.credentialReport.gap("credential report")
            ?? EvidenceGap(
                evidence.rootRow == nil
                    ? "the credential report has no row for root" : "the report does not tell when root was used", old)
        return [cannotTell(.root, gap, next: "export the credential report", command: ExportCommand.credentialReport)]
    }
}
