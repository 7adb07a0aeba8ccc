/// Temporary credentials in a file that people share or commit.
enum TemporaryCredentialsInFile: Rule {
    static let metadata = RuleMetadata(
        id: "temporary-credentials-in-file", wing: .credentials, severity: .note,
        kinds: DocumentKinds(.sharedCredentials, .sharedConfig, .environmentFile, .credentialsAnswer),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        if context.isInPlaceForCredentials { return }
        let expired = expirations(document, context.settings.now)
        for found in FoundKey.all(in: document) where found.secret != nil && found.hasToken {
            guard let key = AccessKeyID(found.id.value), !key.isLongLived, !key.isExample else { continue }
            if expired.contains(found.id.span) { continue }
            context.report(.temporary(key), at: found.id.span)
        }
    }

    /// The keys that are known to have expired.
    private static func expirations(_ document: Document, _ now: Timestamp?) -> Set<SourceSpan> {
        guard case .credentials(let list) = document.content, let now else { return [] }
        let expired = list.credentials.filter { credential in
            credential.expiration.flatMap { Timestamp($0.value) }.map { $0 < now } ?? false
        }
        return Set(expired.compactMap(\.accessKeyID?.span))
    }
}

extension Message {
    fileprivate static func temporary(_ key: AccessKeyID) -> Message {
        Message(
            "the temporary credentials `\(key.shortened)` lie in this file; until they expire, whoever reads it can use them",
            help: "keep the file out of version control, and delete it when you are done")
    }
}
