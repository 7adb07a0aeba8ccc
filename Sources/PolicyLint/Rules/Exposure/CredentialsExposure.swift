/// A policy that lets its holder ask for credentials of anything.
enum CredentialsExposure: PolicyRule {
    static let metadata = RuleMetadata(
        id: "credentials-exposure", wing: .exposure, severity: .note, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .peer(.parliament, "CREDENTIALS_EXPOSURE"),
            .peer(.checkov, "CKV_AWS_107"),
            .peer(.checkov, "CKV_AWS_287"),
            .peer(.cloudsplaining, "CredentialsExposure"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        context.reportExposure(.credentials) { .credentials($0) }
    }
}

extension Message {
    fileprivate static func credentials(_ grant: String) -> Message {
        Message(
            "\(grant), and the answers hold credentials",
            help: "name in `Resource` whose credentials are needed, or leave the action out")
    }
}
