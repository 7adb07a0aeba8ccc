/// Whether public access is blocked for all buckets of the account at once, also those that are made tomorrow.
enum AccountPublicAccessBlock: Control {
    static let metadata = ControlMetadata(
        id: "account-public-access-block", group: .buckets,
        title: "public access to all buckets of the account is blocked",
        closes: "each new bucket may be opened to everybody",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html"),
            .securityHub("S3.1"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let id = evidence.accountID ?? "ACCOUNT_ID"
        return [
            line(
                of: evidence.publicAccessBlock, .account, "account", command: PublicAccessBlock.command(forAccount: id),
                export: ExportCommand.accountPublicAccessBlock(id))
        ]
    }
}
