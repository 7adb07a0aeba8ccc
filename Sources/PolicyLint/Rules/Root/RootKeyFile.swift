/// A file with an access key of the root user.
enum RootKeyFile: Rule {
    static let metadata = RuleMetadata(
        id: "root-key-file", wing: .root, severity: .error, kinds: DocumentKinds(.credentialsDownload),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html"),
            .securityHub("IAM.4"),
        ] + .cis("1.4", "1.4", "1.3", "2.3", "2.4"))

    static func check(_ document: Document, _ context: inout RuleContext) {
        for found in FoundKey.all(in: document) where found.isRoots && found.secret != nil {
            guard let key = AccessKeyID(found.id.value), !key.isExample else { continue }
            context.report(.rootKey(key), at: found.id.span, command: RootAccessKeys.deletion)
        }
    }
}

extension Message {
    fileprivate static func rootKey(_ key: AccessKeyID) -> Message {
        Message(
            "this file holds the root user's access key `\(key.shortened)` and its secret: whoever has it owns the account",
            help:
                "sign in as root, open CloudShell, delete the key there, or under \"Security credentials\"; then delete this file and every copy of it"
        )
    }
}
