/// Whether each bucket blocks public access by settings of its own, whatever those of the account are.
enum BucketOwnPublicAccessBlock: Control {
    static let metadata = ControlMetadata(
        id: "bucket-own-public-access-block", group: .buckets, title: "each bucket blocks public access itself",
        closes: "when the account's block is taken away, everybody reads the data",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html"),
            .securityHub("S3.8"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { bucket in
            line(
                of: bucket.publicAccessBlock, .bucket(bucket.name), "bucket",
                command: PublicAccessBlock.command(forBucket: bucket.name),
                export: ExportCommand.answer("get-public-access-block", ofBucket: bucket.name))
        }
    }
}
