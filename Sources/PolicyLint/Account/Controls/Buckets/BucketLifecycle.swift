/// Whether buckets have rules for the life of what is in them.
enum BucketLifecycle: Control {
    static let metadata = ControlMetadata(
        id: "bucket-lifecycle", group: .buckets, title: "buckets have lifecycle rules",
        closes: "old versions and forgotten data are kept, and paid for, for ever",
        references: [
            .documentation("https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html"),
            .securityHub("S3.13"), .securityHub("S3.10"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { linesOfBuckets(evidence) { check($0) } }

    private static func check(_ bucket: BucketEvidence) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        let next = "say how long data and old versions are kept; S3 does not allow it together with MFA delete"
        switch bucket.lifecycle {
        case .value(let lifecycle):
            if let rule = lifecycle.value.elements.first(where: \.isEnabled) {
                return pass(
                    subject, "the bucket has a lifecycle rule", [lifecycle.evidence("it is enabled", at: rule.span)])
            }
            return open(
                subject, "no lifecycle rule of the bucket is enabled",
                [lifecycle.value.evidence(of: "the list of lifecycle rules", from: lifecycle.source)], next: next)
        case .absent(let said): return open(subject, "the bucket has no lifecycle rule", [said], next: next)
        case .refused, .contradictory, .unknown:
            return cannotTell(
                subject,
                bucket.lifecycle.gap("lifecycle rules of the bucket") ?? EvidenceGap("the export does not tell"),
                next: "export the bucket's lifecycle rules",
                command: ExportCommand.answer("get-bucket-lifecycle-configuration", ofBucket: bucket.name)
            )
        }
    }
}
