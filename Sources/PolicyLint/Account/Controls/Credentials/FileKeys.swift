/// Whose the access keys are in the credential files that lie beside the answers.
enum FileKeys: Control {
    static let metadata = ControlMetadata(
        id: "file-keys", group: .credentials, title: "keys in files are those of the users they are meant to be",
        closes: "a key of root, or of another account, is used by mistake",
        references: [
            .documentation("https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        if evidence.keys.isEmpty { return [] }
        var owners: [String: (user: String, evidence: Evidence)] = [:]
        for user in evidence.users.elements {
            for key in user.accessKeys.elements {
                guard let id = key.value.id else { continue }
                owners[id.value] = (user.name, key.evidence("the key is one of user `\(user.name)`", at: id.span))
            }
        }
        return evidence.keys.compactMap { found in
            guard let key = AccessKeyID(found.value.id.value), !key.isExample else { return nil }
            return check(found, key, owners[key.text], evidence)
        }
    }

    private static func check(
        _ found: Sourced<FoundKey>, _ key: AccessKeyID, _ owner: (user: String, evidence: Evidence)?,
        _ evidence: AccountEvidence
    ) -> ChecklistLine? {
        let place = found.evidence("the key `\(key.shortened)`", at: found.value.id.span)
        if let line = foreign(found, key, place, evidence) { return line }
        if let owner {
            return pass(
                .user(owner.user), "the key `\(key.shortened)` in a file is the user's", [place, owner.evidence])
        }
        if found.value.isRoots { return rootsKey(key, [place]) }
        guard let account = key.accountID, account == evidence.accountID, key.isLongLived else { return nil }
        let unlisted = evidence.users.elements.first { !$0.accessKeys.isWhole }
        if let gap = evidence.users.gap("users") ?? unlisted.flatMap({ $0.accessKeys.gap("keys of user `\($0.name)`") })
        {
            return cannotTell(
                .account, EvidenceGap("whose the key `\(key.shortened)` is cannot be told: \(gap.says)", [place]),
                next: "export the access keys of all users",
                command: "aws iam list-access-keys --user-name USER_NAME > list-access-keys.json")
        }
        if let (count, said) = evidence.summaryEntry("AccountAccessKeysPresent"), count > 0 {
            return rootsKey(key, [place, said])
        }
        return open(
            .account, "the key `\(key.shortened)` in a file is no user's: it was deleted", [place],
            next: "take the key out of the file")
    }

    private static func rootsKey(_ key: AccessKeyID, _ said: [Evidence]) -> ChecklistLine {
        open(
            .root, "the key `\(key.shortened)` in a file is root's", said,
            next: "find what uses the key and give it a role; then delete the key as root, and take it out of the file")
    }

    /// The line of a key that a profile takes for one of another account.
    private static func foreign(
        _ found: Sourced<FoundKey>, _ key: AccessKeyID, _ place: Evidence, _ evidence: AccountEvidence
    ) -> ChecklistLine? {
        guard let account = key.accountID, let profile = found.value.section?.name else { return nil }
        let files = files(readWith: found, profile, evidence)
        let claims = SharedProfiles(files: files.map(\.value)).claims(ofKeyIn: profile)
        guard let claim = claims.first(where: { $0.account != account }) else { return nil }
        let isOwn = claim.profile == profile
        let other =
            isOwn ? "its profile says another" : "the MFA device that profile `\(claim.profile)` uses with it is not"
        let said = files[claim.setting.file].evidence(
            "`\(claim.name)` says another account", at: claim.setting.property.meant.span)
        let device = claim.isDevice ? "name the MFA device of the user whose key it is, or " : ""
        return open(
            .account, "the key `\(key.shortened)` is of account \(account), and \(other)", [place, said],
            next: device
                + "put the key of the right account there; `aws sts get-access-key-info` tells whose a key is")
    }

    /// The shared files whose settings go with a key: without the other one where that has a key of its own for the
    /// profile, which counts in the place of this one.
    private static func files(
        readWith found: Sourced<FoundKey>, _ profile: String, _ evidence: AccountEvidence
    ) -> [Sourced<SharedFile>] {
        let all = evidence.sharedFiles(readWith: found.source.file)
        let key = SharedProfiles(files: all.map(\.value)).setting("aws_access_key_id", of: profile)
        if let key, all[key.file].source.file == found.source.file { return all }
        return all.filter { $0.source.file == found.source.file }
    }
}
