/// An access key id that cannot be one, or a secret where the id should stand.
enum AccessKeyMalformed: Rule {
    static let metadata = RuleMetadata(
        id: "access-key-malformed", wing: .credentials, severity: .warning, kinds: .credentials,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for found in FoundKey.all(in: document) {
            let text = found.id.value
            guard let key = AccessKeyID(text), looksMeant(text) else {
                // Longer than any id, and made of a secret's characters.
                if SecretScan.looksLikeSecret(text) { context.report(.swapped, at: found.id.span) }
                continue
            }
            if key.isExample || key.isWellFormed { continue }
            context.report(text.utf8.count == 20 ? .characters(key) : .length(key), at: found.id.span)
        }
    }

    /// Other services that speak S3's language take any text as an id; only what begins as AWS's ids
    /// do is measured by them.
    private static func looksMeant(_ text: String) -> Bool {
        text.hasPrefix("AKIA") || text.hasPrefix("ASIA") || text.utf8.count == 20
    }
}

extension Message {
    fileprivate static let swapped = Message(
        "what looks like a secret access key stands where the access key id should",
        help: "the id begins with `AKIA` or `ASIA` and has twenty characters; swap the two values")

    fileprivate static func length(_ key: AccessKeyID) -> Message {
        Message(
            "`\(key.shortened)` has \(key.text.utf8.count) characters, the access key ids of AWS have 20",
            help: "copy the id again; `aws iam list-access-keys` shows it")
    }

    fileprivate static func characters(_ key: AccessKeyID) -> Message {
        Message(
            "`\(key.shortened)` holds a character that no access key id has: they are capital letters and digits",
            help: "copy the id again; `aws iam list-access-keys` shows it")
    }
}
