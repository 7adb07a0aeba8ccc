/// A file with secrets that other users of the computer can open.
enum WorldReadableCredentials: Rule {
    static let metadata = RuleMetadata(
        id: "world-readable-credentials", wing: .credentials, severity: .warning, kinds: .credentials,
        references: [
            .documentation("https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard let permissions = context.file.permissions, permissions & 0o077 != 0,
            let place = firstSecret(document)
        else { return }
        context.report(.open(permissions), at: place, command: "chmod 600 \(context.shellFileName)")
    }

    /// What to point at: beside the first secret, never the secret itself.
    private static func firstSecret(_ document: Document) -> SourceSpan? {
        let keys = FoundKey.all(in: document).filter { found in
            found.secret != nil && !(AccessKeyID(found.id.value)?.isExample ?? false)
        }
        if let key = keys.first { return key.id.span }
        guard case .credentials(let list) = document.content else { return nil }
        return list.credentials.lazy.filter { $0.password != nil }.compactMap(\.userName?.span).first
    }
}

extension Message {
    fileprivate static func open(_ permissions: UInt16) -> Message {
        let who = permissions & 0o007 != 0 ? "every user of this computer" : "the users of the file's group"
        let verb = permissions & 0o044 != 0 ? "read" : "get at"
        return Message(
            "\(who) can \(verb) this file, and it holds secrets (mode \(String(permissions, radix: 8)))",
            help: "let nobody but yourself read and write it")
    }
}
