/// Whether policies allow decrypting with every key of AWS KMS.
enum KeyDecryption: Control {
    static let metadata = ControlMetadata(
        id: "key-decryption", group: .permissions, title: "no policy allows decrypting with every key of AWS KMS",
        closes: "one stolen identity reads everything that is encrypted",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html"),
            .securityHub("KMS.1"), .securityHub("KMS.2"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let keys = "arn:aws:kms:*:\(evidence.accountID ?? "*"):key/*"
        return lines(
            of: OwnPolicies(evidence), nothing: "no policy of the account's own allows decrypting with every key",
            next: "name the keys in `Resource`"
        ) { policy in
            // A quick look spares most policies the search.
            let allows = policy.statements.filter(\.allows)
            guard allows.contains(where: { place(in: $0) != nil }) else { return [] }
            let permissions = PrincipalPermissions([policy])
            guard decryption.contains(where: { permissions.canCertainlyDo($0, on: keys) == .yes }) else { return [] }
            return allows.lazy.compactMap(place).prefix(1).map { ("allows decrypting with every key", $0.span) }
        }
    }

    private static let decryption = ["kms:Decrypt", "kms:ReEncryptFrom"]

    private static func place(in statement: Statement) -> Located<String>? {
        decryption.lazy.compactMap { statement.place(of: $0) }.first
    }
}
