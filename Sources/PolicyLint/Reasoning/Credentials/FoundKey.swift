/// An access key somewhere in a document, whatever kind the document is.
struct FoundKey {
    /// The id as it stands.
    let id: Located<String>
    /// The place of the secret, where the document holds one that may be real.
    let secret: SourceSpan?
    /// Whether the document holds a session token with it.
    let hasToken: Bool
    /// Whether the document says that it is the root user's.
    let isRoots: Bool
    /// The section of a shared file that holds it.
    let section: SharedFile.Section?

    /// The keys of a document, in the order of its text.
    static func all(in document: Document) -> [FoundKey] {
        switch document.content {
        case .sharedFile(let file): file.sections.compactMap { key(in: $0, document.text) }
        case .credentials(let list): list.credentials.compactMap { key($0, document.text) }
        case .policy, .credentialReport, .accountSummary, .virtualMFADevices, .callerIdentity, .bucketVersioning,
            .accountAnswer, .accountPrincipal, .unreadable:
            []
        }
    }

    private static func key(in section: SharedFile.Section, _ text: SourceText) -> FoundKey? {
        guard let id = section.property("aws_access_key_id")?.meant, !id.value.isEmpty else { return nil }
        let secret = section.property("aws_secret_access_key")?.meant.span
        let token = section.property("aws_session_token") ?? section.property("aws_security_token")
        return FoundKey(
            id: id, secret: secret.flatMap { real($0, text) }, hasToken: token.map { !$0.value.value.isEmpty } ?? false,
            isRoots: RootEvidence.property(in: section) != nil, section: section)
    }

    private static func key(_ credential: CredentialsList.Credential, _ text: SourceText) -> FoundKey? {
        guard let id = credential.accessKeyID, !id.value.isEmpty else { return nil }
        return FoundKey(
            id: id, secret: credential.secretAccessKey.flatMap { real($0, text) },
            hasToken: credential.sessionToken != nil, isRoots: credential.isRoots, section: nil)
    }

    /// The place of a secret unless a placeholder stands there: `<secret>`, `****`, `xxxx`, `…`.
    private static func real(_ span: SourceSpan, _ text: SourceText) -> SourceSpan? {
        var bytes = text.bytes[span.range]
        if bytes.first == UInt8(ascii: "\""), bytes.count > 1 { bytes = bytes.dropFirst().dropLast() }
        let isWritten = bytes.allSatisfy { $0.isLetter || $0.isDigit || "+/=_-".utf8.contains($0) }
        return isWritten && bytes.count >= 16 && Set(bytes).count > 3 ? span : nil
    }
}
