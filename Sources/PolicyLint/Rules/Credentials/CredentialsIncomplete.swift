/// Credentials of which a part is missing, so that AWS refuses them.
enum CredentialsIncomplete: Rule {
    static let metadata = RuleMetadata(
        id: "credentials-incomplete", wing: .credentials, severity: .error,
        kinds: DocumentKinds(.sharedCredentials, .environmentFile, .credentialsAnswer),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for found in FoundKey.all(in: document) where found.secret != nil && !found.hasToken {
            guard let key = AccessKeyID(found.id.value), !key.isLongLived else { continue }
            context.report(.withoutToken(key), at: found.id.span)
        }
        guard case .sharedFile(let file) = document.content else { return }
        for section in file.profiles {
            if let id = section.property("aws_access_key_id"), !isSet("aws_secret_access_key", section.name, file) {
                context.report(.withoutSecret(section.name), at: id.name.span)
            }
            if let secret = section.property("aws_secret_access_key"), !isSet("aws_access_key_id", section.name, file) {
                context.report(.withoutID(section.name), at: secret.name.span)
            }
        }
    }

    /// Whether one of the sections of a profile's name, which the SDKs merge, has the setting.
    private static func isSet(_ name: String, _ profile: String, _ file: SharedFile) -> Bool {
        file.profiles.contains { $0.name == profile && $0.property(name) != nil }
    }
}

extension Message {
    fileprivate static func withoutToken(_ key: AccessKeyID) -> Message {
        Message(
            "`\(key.shortened)` is the id of temporary credentials, which AWS refuses without their session token",
            help: "add the session token that came with the key, or get new credentials")
    }

    fileprivate static func withoutSecret(_ profile: String) -> Message {
        Message(
            "profile `\(profile)` has an access key id and no `aws_secret_access_key`, so AWS tools refuse it",
            help: "add the secret; if it is lost, create a new access key and delete this one")
    }

    fileprivate static func withoutID(_ profile: String) -> Message {
        Message(
            "profile `\(profile)` has a secret and no `aws_access_key_id`, so AWS tools refuse it",
            help: "add the id that belongs to the secret; `aws iam list-access-keys` shows the ids")
    }
}
