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
        if let account = key.accountID, let (name, other) = foreign(found.value.section, account) {
            return open(
                .account, "the key `\(key.shortened)` is of account \(account), and its profile says another",
                [place, found.evidence("`\(name)` says another account", at: other)],
                next: "put the key of the right account there; `aws sts get-access-key-info` tells whose a key is")
        }
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

    /// The setting of a profile that names another account than the key's.
    private static func foreign(_ section: SharedFile.Section?, _ account: String) -> (String, SourceSpan)? {
        guard let section else { return nil }
        for name in ["aws_account_id", "sso_account_id"] {
            guard let other = section.property(name)?.meant, AmazonResourceName.isAccountID(other.value),
                other.value != account
            else { continue }
            return (name, other.span)
        }
        guard let device = section.property("mfa_serial")?.meant, let arn = AmazonResourceName(device.value),
            AmazonResourceName.isAccountID(arn.account), arn.account != account
        else { return nil }
        return ("mfa_serial", device.span)
    }
}
