/// An X.509 signing certificate of the root user.
enum RootSigningCertificate: Rule {
    static let metadata = RuleMetadata(
        id: "root-signing-certificate", wing: .root, severity: .warning,
        kinds: DocumentKinds(.credentialReport, .accountSummary),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html")
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        switch document.content {
        case .credentialReport(let report):
            guard let row = RootEvidence.row(report) else { return }
            for number in 1...2 {
                let column = "cert_\(number)_active"
                guard row.flag(column) == true, let cell = row[column] else { continue }
                context.report(.certificate, at: cell.span, command: deletion)
            }
        case .accountSummary(let summary):
            guard let (member, count) = summary.entry("AccountSigningCertificatesPresent"), count > 0 else { return }
            context.report(.certificate, at: member.value.span, command: deletion)
        default: return
        }
    }

    private static let deletion =
        "aws iam list-signing-certificates && aws iam delete-signing-certificate --certificate-id CERTIFICATE_ID"
}

extension Message {
    fileprivate static let certificate = Message(
        "the root user has an X.509 signing certificate, with which requests can be signed as root",
        help:
            "hardly anything uses these certificates today; sign in as root, open CloudShell, and delete it there, or under \"Security credentials\""
    )
}
