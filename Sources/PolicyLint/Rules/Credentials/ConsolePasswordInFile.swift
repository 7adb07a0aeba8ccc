/// A console password in a file downloaded from the console.
enum ConsolePasswordInFile: Rule {
    static let metadata = RuleMetadata(
        id: "console-password-in-file", wing: .credentials, severity: .error,
        kinds: DocumentKinds(.credentialsDownload),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard case .credentials(let list) = document.content else { return }
        for credential in list.credentials {
            guard let password = credential.password else { continue }
            context.report(
                .password(credential.userName?.value), at: credential.userName?.span ?? password)
        }
    }
}

extension Message {
    fileprivate static func password(_ user: String?) -> Message {
        let whose = user.map { " of `\($0)`" } ?? ""
        return Message(
            "this file holds the console password\(whose) in the open",
            help:
                "hand the password over through a password manager, require a new one at the first sign-in, and delete the file"
        )
    }
}
