/// Passwords and keys of a user that are there and that nobody uses.
struct CredentialIdleness {
    /// What shows those that were not used for long.
    private(set) var idle: [Evidence] = []
    /// What shows those that were used lately, and that others are not there.
    private(set) var fine: [Evidence] = []
    /// Why it cannot be told of all; nil where it can.
    private(set) var gap: EvidenceGap?
    /// The keys among those that were not used for long.
    private(set) var idleKeys: [ActiveKeys.Key] = []

    /// The credentials of a user of an account that were not used for so many days or more. One that was never used counts
    /// from the day it was made.
    init(_ user: UserEvidence, days: Int, in evidence: AccountEvidence) {
        self.init(user, days: days, now: evidence.presentOrReportTime)
        if user.row == nil, let missing = evidence.credentialReport.gap("credential report") {
            gap = missing
            return
        }
        // What an old report calls idle may have been used since; what it calls used lately was.
        guard let stale = evidence.staleReport, !idle.isEmpty else { return }
        gap = EvidenceGap(stale.says, idle)
        (idle, idleKeys) = ([], [])
    }

    /// The same as of a day of which the credential report is taken to speak.
    init(_ user: UserEvidence, days: Int, now: Timestamp?) {
        guard let now else {
            gap = EvidenceGap("nobody says which day it is")
            return
        }
        guard let row = user.row else {
            gap = EvidenceGap("the credential report has no row for the user")
            return
        }
        addPassword(row, user.password, days, now)
        let keys = ActiveKeys(user)
        gap = gap ?? keys.gap
        fine += keys.absence
        for key in keys.keys {
            guard let lastUsed = key.lastUsed, let moment = lastUsed.moment ?? key.made?.moment else {
                gap = gap ?? EvidenceGap("the report does not tell when a key was used", [key.evidence])
                continue
            }
            if now.days(since: moment) >= days {
                idle.append(lastUsed.evidence)
                idleKeys.append(key)
            } else {
                fine.append(lastUsed.evidence)
            }
        }
    }

    private mutating func addPassword(
        _ row: Sourced<CredentialReport.Row>, _ password: EvidencePair, _ days: Int, _ now: Timestamp
    ) {
        if password.yes.isEmpty {
            fine += password.no
            if password.no.isEmpty { gap = EvidenceGap("the report does not tell whether the user has a password") }
            return
        }
        let used = ActiveKeys.moment("password_last_used", row)
        let changed = ActiveKeys.moment("password_last_changed", row)
        guard let used, let moment = used.moment ?? changed?.moment else {
            gap = EvidenceGap("the report does not tell when the password was used", password.yes)
            return
        }
        if now.days(since: moment) >= days { idle.append(used.evidence) } else { fine.append(used.evidence) }
    }
}

extension Control {
    /// The line of a user whose credentials must have been used within so many days.
    static func line(_ user: UserEvidence, days: Int, in evidence: AccountEvidence) -> ChecklistLine {
        let idleness = CredentialIdleness(user, days: days, in: evidence)
        let subject = Subject.user(user.name)
        if !idleness.idle.isEmpty {
            return open(
                subject, "a password or key has not been used for \(days) days or more", idleness.idle,
                next: "take away what nobody uses: the password, the key, or the user",
                command: command(user, idleness))
        }
        if let gap = idleness.gap { return needsReport(subject, gap) }
        return pass(subject, "what the user has was used within \(days) days", idleness.fine)
    }

    /// What takes away the password, or switches off a key, that nobody uses; nothing else.
    private static func command(_ user: UserEvidence, _ idleness: CredentialIdleness) -> String {
        let name = ShellWord.option("user-name", user.name)
        if idleness.idleKeys.isEmpty { return "aws iam delete-login-profile \(name)" }
        let key = "aws iam update-access-key \(name) --access-key-id=KEY_ID --status=Inactive"
        return idleness.idleKeys.count == idleness.idle.count ? key : "aws iam delete-login-profile \(name); \(key)"
    }
}
