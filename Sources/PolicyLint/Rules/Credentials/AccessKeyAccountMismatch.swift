/// An access key whose id names another account than the profile it stands in.
enum AccessKeyAccountMismatch: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "access-key-account-mismatch", wing: .credentials, severity: .error, kinds: .sharedFiles,
        references: [
            .documentation("https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html"),
            .documentation("https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html"),
        ])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for section in file.profiles {
            guard let id = section.property("aws_access_key_id")?.meant, let key = AccessKeyID(id.value),
                let account = key.accountID
            else { continue }
            for claim in SharedProfiles(files: [file]).claims(ofKeyIn: section.name) where claim.account != account {
                let message: Message =
                    claim.isDevice
                    ? .foreignDevice(key, account, claim.account) : .mismatch(key, account, claim.account, claim.name)
                context.report(
                    message, at: claim.setting.property.meant.span, related: [.init("the key", at: id.span)])
            }
        }
    }
}

extension Message {
    fileprivate static func mismatch(_ key: AccessKeyID, _ account: String, _ other: String, _ name: String) -> Message
    {
        Message(
            "`\(name)` says account \(other), but the access key `\(key.shortened)` belongs to account \(account)",
            help: "`aws sts get-access-key-info` tells a key's account; correct whichever of the two is wrong")
    }

    fileprivate static func foreignDevice(_ key: AccessKeyID, _ account: String, _ other: String) -> Message {
        Message(
            "the MFA device is one of account \(other), but the access key `\(key.shortened)` that it goes with belongs to account \(account)",
            help: "name the device of the user whose keys these are; `aws iam list-mfa-devices` shows it")
    }
}
