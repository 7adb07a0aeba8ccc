/// A long-lived access key that lies in a file with its secret.
enum LongLivedAccessKey: Rule {
    static let metadata = RuleMetadata(
        id: "long-lived-access-key", wing: .credentials, severity: .error, kinds: .credentials,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for found in FoundKey.all(in: document) where found.secret != nil && !found.isRoots {
            guard let key = AccessKeyID(found.id.value), key.isLongLived, !key.isExample else { continue }
            context.report(
                context.isInPlaceForCredentials ? .inPlace(key) : .astray(key, document.kind), at: found.id.span)
        }
        guard document.kind == .environmentFile, case .credentials(let list) = document.content else { return }
        for secret in secretsAlone(in: list, context.text) { context.report(.alone, at: secret) }
    }

    /// The secret access keys that a file holds without their ids, and without a session token.
    private static func secretsAlone(in list: CredentialsList, _ text: SourceText) -> [SourceSpan] {
        list.credentials.compactMap { credential in
            guard credential.accessKeyID == nil, credential.sessionToken == nil else { return nil }
            return credential.secretAccessKey.flatMap { looksReal(text[$0]) ? $0 : nil }
        }
    }

    /// Whether a text has the length and the letters of a secret access key, and is no hash, no placeholder and no
    /// example.
    private static func looksReal(_ text: String) -> Bool {
        let isHash = text.utf8.allSatisfy { $0.isDigit || "abcdefABCDEF".utf8.contains($0) }
        return text.utf8.count == 40 && !isHash && Set(text.utf8).count > 3 && !text.uppercased().contains("EXAMPLE")
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "/+".utf8.contains($0) }
    }
}

extension Message {
    fileprivate static let alone = Message(
        "a secret access key lies in this file; only its id, which is elsewhere, tells whether it ever expires",
        help:
            "if the id begins with `AKIA`, delete the key in IAM, or replace it, then take the secret out of the file",
        severity: .warning)

    fileprivate static func inPlace(_ key: AccessKeyID) -> Message {
        Message(
            "the access key `\(key.shortened)` never expires: whoever copies this file has it until somebody deletes it",
            help: "sign in with `aws login` or IAM Identity Center (`aws configure sso`), then delete the key",
            severity: .warning)
    }

    fileprivate static func astray(_ key: AccessKeyID, _ kind: DocumentKind) -> Message {
        Message(
            "the long-lived access key `\(key.shortened)` lies in this file together with its secret",
            help:
                "delete the key in IAM, or replace it if it is still needed, then delete the file; if it was ever shared or committed, treat the key as stolen"
        )
    }
}
