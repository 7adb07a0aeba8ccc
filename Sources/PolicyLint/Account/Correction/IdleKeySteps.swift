/// The steps that switch off access keys which nobody used for long. A key that is switched off can be switched on again;
/// a password that is taken away cannot be given back, and is left to a person. Whether a key was used is judged by the
/// day of the credential report, which says nothing of the time since.
enum IdleKeySteps {
    /// How many days old the report may be.
    private static let reportDays = 7

    /// A step for each user whose line keys alone leave open, where the export tells the ids of those keys.
    static func steps(closing lines: [ChecklistLine], days: Int, in account: CorrectionInput) -> [CorrectionStep] {
        guard let made = account.evidence.credentialReport.value?.value.generatedTime, let now = account.evidence.now,
            now.days(since: made) <= reportDays
        else { return [] }
        return lines.compactMap { line in
            guard case .user(let name) = line.subject, let user = account.evidence.user(named: name) else { return nil }
            let idleness = CredentialIdleness(user, days: days, now: made)
            guard idleness.gap == nil, idleness.idle.count == idleness.idleKeys.count,
                let ids = ids(of: idleness.idleKeys, user), !ids.isEmpty
            else { return nil }
            return CorrectionStep(
                id: "idle-keys \(name)", stage: .permissions,
                title: "switch off what nobody used lately: access keys of \(name)", closes: [line],
                caution: "a program that needs a key after all stops; `--status Active` brings the key back",
                commands: ids.map { id in
                    CorrectionStep.command(
                        "iam", "update-access-key", ["user-name": name, "access-key-id": id, "status": "Inactive"])
                })
        }
    }

    /// The ids of keys of the credential report, which does not tell them, from the list of the user's keys; nil where it
    /// is not certain which is which.
    private static func ids(of keys: [ActiveKeys.Key], _ user: UserEvidence) -> [String]? {
        guard user.accessKeys.isWhole else { return nil }
        let active = user.accessKeys.elements.map(\.value).filter(\.isActive)
        let ids = active.compactMap(\.id?.value)
        guard ids.count == active.count else { return nil }
        if keys.count == active.count { return ids }
        let found = keys.map { key in
            active.filter { $0.createDate?.value == key.made?.moment && key.made != nil }.compactMap(\.id?.value)
        }
        return found.allSatisfy { $0.count == 1 } ? found.flatMap(\.self) : nil
    }
}
