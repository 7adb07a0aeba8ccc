extension Control {
    /// One line for each user, and one for those whom the export may not hold.
    static func linesOfUsers(_ evidence: AccountEvidence, _ check: (UserEvidence) -> ChecklistLine) -> [ChecklistLine] {
        if evidence.users.isKnownEmpty {
            return [pass(.account, "the account has no user", evidence.users.sources)]
        }
        var lines = evidence.users.elements.map(check)
        if let gap = evidence.users.gap("users") {
            lines.append(
                cannotTell(
                    .account, gap, next: "export the credential report", command: ExportCommand.credentialReport))
        }
        return lines
    }

    /// What the export cannot tell without the credential report.
    static func needsReport(_ subject: Subject, _ gap: EvidenceGap) -> ChecklistLine {
        cannotTell(subject, gap, next: "export the credential report", command: ExportCommand.credentialReport)
    }
}

extension EvidenceGap {
    /// Nothing tells whether a user signs in.
    static let unknownPassword = EvidenceGap("the export does not tell whether the user has a password")
}
