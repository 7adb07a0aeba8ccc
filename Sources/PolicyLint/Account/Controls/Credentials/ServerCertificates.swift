/// Whether TLS certificates lie in IAM that have run out.
enum ServerCertificates: Control {
    static let metadata = ControlMetadata(
        id: "server-certificates", group: .credentials, title: "no TLS certificate in IAM has run out",
        closes: "a certificate that has run out may be put before a website by mistake",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs_manage.html"),
            .securityHub("IAM.26"),
        ] + .cis("1.19", "1.19", "1.18", "2.18", "2.17"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let certificates = evidence.serverCertificates
        let said = certificates.elements.compactMap { certificate in
            certificate.value.expiration.map { expiration in
                (
                    certificate, expiration.value,
                    certificate.evidence("`Expiration` is `\(expiration.value)`", at: expiration.span)
                )
            }
        }
        let expired = said.filter { entry in evidence.presentOrReportTime.map { entry.1 < $0 } ?? false }
        if let first = expired.first {
            let name = first.0.value.name?.value ?? "NAME"
            return [
                open(
                    .account, "certificates lie in IAM that have run out", expired.map(\.2),
                    next: "delete them, once nothing uses them any more",
                    command: "aws iam delete-server-certificate --server-certificate-name \(ShellWord.quote(name))")
            ]
        }
        let gap =
            certificates.gap("server certificates")
            ?? (said.count < certificates.elements.count || evidence.presentOrReportTime == nil && !said.isEmpty
                ? EvidenceGap("the export does not tell when the certificates run out", certificates.sources) : nil)
        if let gap {
            return [
                cannotTell(
                    .account, gap, next: "export the list of server certificates",
                    command: "aws iam list-server-certificates > list-server-certificates.json")
            ]
        }
        return [
            pass(
                .account, said.isEmpty ? "no certificate lies in IAM" : "no certificate has run out",
                certificates.sources + said.map(\.2))
        ]
    }
}
