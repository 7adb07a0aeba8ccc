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
            for name in ["aws_account_id", "sso_account_id"] {
                guard let other = section.property(name)?.meant, AmazonResourceName.isAccountID(other.value),
                    other.value != account
                else { continue }
                context.report(
                    .mismatch(key, account, other.value, name), at: other.span, related: [.init("the key", at: id.span)]
                )
            }
            for user in [section] + users(of: section, in: file) {
                guard let device = user.property("mfa_serial")?.meant, let arn = AmazonResourceName(device.value),
                    AmazonResourceName.isAccountID(arn.account), arn.account != account
                else { continue }
                context.report(
                    .foreignDevice(key, account, arn.account), at: device.span, related: [.init("the key", at: id.span)]
                )
            }
        }
    }

    /// The profiles that assume their role with the keys of this one, and so with its user's device.
    private static func users(of section: SharedFile.Section, in file: SharedFile) -> [SharedFile.Section] {
        file.profiles.filter { other in
            other.header.span != section.header.span && other.property("source_profile")?.meant.value == section.name
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
