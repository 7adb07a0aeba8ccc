/// Whether trails of CloudTrail are encrypted with a key of AWS KMS.
enum TrailEncryption: Control {
    static let metadata = ControlMetadata(
        id: "trail-encryption", group: .records, title: "every trail is encrypted with a key of AWS KMS",
        closes: "whoever may read the bucket of a trail reads the trail",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"
            ),
            .securityHub("CloudTrail.2"),
        ] + .cis("3.5", "3.5", "3.5", "4.5", "4.5"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfTrails(
            evidence, says: "the trail is encrypted with a key of AWS KMS",
            next: "encrypt it with a key whose policy lets CloudTrail use it; the key costs a dollar a month",
            option: "--kms-key-id KEY_ID"
        ) { trail in
            trail.names("KmsKeyId", otherwise: "the trail is not encrypted with a key of AWS KMS") { $0.key }
        }
    }
}
